using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Certificates;

/// <summary>
/// What the link on a printed certificate tells anybody: valid or not today, whose it is, for which types; nothing more. Opening it records nothing;
/// unknown and malformed links give the same answer.
/// </summary>
[OpenToAll("Customers check the certificate of whoever stands at their door by the link on it, without an account.")]
internal sealed class VerifyModel(StaffDbContext db, PublicDoor door, ICompany company, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";
    public Certificate? Certificate { get; private set; }
    public bool IsValid { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!door.MayLook(RemoteAddress, Token)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (PublicToken.Hash(Token) is { } hash)
            Certificate = await db.Set<Certificate>().AsNoTracking().Include(c => c.Types).Include(c => c.Suspensions).AsSplitQuery().FirstOrDefaultAsync(c => c.Seals.Any(s => s.TokenHash == hash), ct);
        if (Certificate is null) Response.StatusCode = StatusCodes.Status404NotFound;
        else IsValid = Certificate.On(company.LocalDay(time.Now())) == CertificateState.Valid;
        return Page();
    }
}
