using System.Text;
using AfterSales.Host.Accounts;
using AfterSales.Kernel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;

namespace AfterSales.UnitTests.Host;

/// <summary>Codes of an authenticator app, recovery codes, and how often they may be tried.</summary>
public sealed class SecondSteps
{
    static readonly IDataProtector Protector = new EphemeralDataProtectionProvider().CreateProtector("test");
    static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");
    static readonly DateTime Now = new(2026, 3, 11, 1, 0, 0, DateTimeKind.Utc);

    /// <summary>Appendix B of RFC 6238, the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void are_those_of_the_standard(long seconds, string code) => Totp.CodeAt(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime)).ShouldBe(code);

    /// <summary>Section 10 of RFC 4648.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void have_a_key_in_the_letters_of_the_standard(string bytes, string text) => Totp.Text(Encoding.ASCII.GetBytes(bytes)).ShouldBe(text);

    [Fact]
    public void count_half_a_minute_early_or_late_and_once()
    {
        var factor = Confirmed(out var secret);
        var later = Now.AddMinutes(10);
        string At(int steps) => Totp.CodeAt(secret, Totp.StepAt(later) + steps);
        factor.Accepts(At(-2), Protector, later).ShouldBeFalse();
        factor.Accepts(At(2), Protector, later).ShouldBeFalse();
        factor.Accepts(At(-1), Protector, later).ShouldBeTrue();
        factor.Accepts(At(-1), Protector, later).ShouldBeFalse("it was used");
        factor.Accepts(At(1)[..3] + " " + At(1)[3..], Protector, later).ShouldBeTrue("apps show them in two groups");
        factor.Accepts(At(0), Protector, later).ShouldBeFalse("it is older than one that was used");
    }

    [Fact]
    public void are_not_taken_into_service_without_a_right_code() =>
        Should.Throw<RuleViolation>(() => SecondFactor.Confirm(1, Secret, "", Protector, Now));

    [Fact]
    public void by_recovery_code_count_once_each_until_new_ones_are_made()
    {
        var factor = Confirmed(out _);
        var codes = factor.NewRecoveryCodes();
        codes.Distinct().Count().ShouldBe(SecondFactor.RecoveryCodes);
        factor.Spends(codes[3].ToUpperInvariant().Replace('-', ' ')).ShouldBeTrue();
        factor.Spends(codes[3]).ShouldBeFalse();
        factor.RecoveryCodesLeft.ShouldBe(9);
        factor.RecoveryHashes.ShouldNotContain(codes[0].Replace("-", "", StringComparison.Ordinal));
        factor.NewRecoveryCodes();
        factor.Spends(codes[0]).ShouldBeFalse();
    }

    [Fact]
    public void of_a_guesser_are_fifty_a_day_and_the_owners_browser_has_its_own()
    {
        FakeTimeProvider time = new(new DateTimeOffset(Now));
        SignInLimits limits = new(time);
        var tried = 0;
        for (var minute = 0; minute < 24 * 60; minute++, time.Advance(TimeSpan.FromMinutes(1)))
            for (var n = 0; n < 10; n++) if (limits.AllowCode("lin", $"10.0.{n}.{minute % 250}", null)) tried++;
        tried.ShouldBe(50);
        limits.AllowCode("lin", "10.9.9.9", "browser of lin").ShouldBeTrue();
    }

    [Fact]
    public void of_passwords_are_five_within_any_minute_and_twenty_for_an_address()
    {
        FakeTimeProvider time = new(new DateTimeOffset(Now));
        SignInLimits limits = new(time);
        List<DateTime> allowed = [];
        for (var second = 0; second < 600; second++, time.Advance(TimeSpan.FromSeconds(1)))
            if (limits.Allow("lin", $"10.0.0.{second % 250}")) allowed.Add(TimeProviderInstants.Now(time));
        allowed.Count.ShouldBe(50);
        for (var i = 5; i < allowed.Count; i++) (allowed[i] - allowed[i - 5]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));
        Enumerable.Range(0, 100).Count(n => limits.Allow($"name {n}", "10.1.1.1")).ShouldBe(20);
    }

    [Fact]
    public void of_an_office_that_comes_in_at_once_are_not_slowed()
    {
        SignInLimits limits = new(new FakeTimeProvider(new DateTimeOffset(Now)));
        for (var n = 0; n < 60; n++)
        {
            limits.Allow($"name {n}", "10.1.1.1").ShouldBeTrue();
            limits.Succeeded("10.1.1.1");
        }
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; HBN-AL00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49", "WeChat, Android")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Linux")]
    [InlineData("curl/8.5.0", "")]
    public void are_given_on_a_device_that_has_a_name(string userAgent, string words) => DeviceWords.Of(userAgent).ShouldBe(words);

    static SecondFactor Confirmed(out byte[] secret)
    {
        secret = Totp.NewSecret();
        return SecondFactor.Confirm(1, secret, Totp.CodeAt(secret, Totp.StepAt(Now)), Protector, Now);
    }
}
