using AfterSales.Host.Composition;
using AfterSales.Host.Https;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Operations;

/// <summary>Whether phones reach this installation, by which address, and what works there: tried with a phone, not guessed from settings.</summary>
[Permission(HostPermissions.Operations)]
[WritesFromReserve]
internal sealed class ReachabilityModel(PhoneTrials trials, ICompany company, ControlAddress listening) : ModulePage
{
    public string? Public => company.PublicUrl?.GetLeftPart(UriPartial.Authority);

    /// <summary>The public address, where this page is open, and this computer's own secure addresses.</summary>
    public IReadOnlyList<string> Addresses => [.. new[] { Public, $"{Request.Scheme}://{Request.Host}" }.OfType<string>().Concat(PhoneModel.SecureIn(listening)).Distinct(StringComparer.OrdinalIgnoreCase)];

    public IReadOnlyList<PhoneTrial> Trials { get; private set; } = [];
    public string? Tried { get; private set; }
    public string? Link { get; private set; }
    public QrCode? Qr { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(string? address, CancellationToken ct)
    {
        Tried = Addresses.FirstOrDefault(a => a == address) ?? throw new RuleViolation("Reach.OtherAddress", address);
        Link = $"{Tried}/Phone/Try?code={trials.Begin(Tried)}";
        Qr = QrCode.Of(Link);
        await LoadAsync(ct);
        return Page();
    }

    public override Task LoadAsync(CancellationToken ct)
    {
        Trials = trials.Latest();
        return Task.CompletedTask;
    }

    public string Word(bool? measured) => T[measured switch { true => "Reach.Yes", false => "Reach.No", null => "Reach.Unknown" }];
}
