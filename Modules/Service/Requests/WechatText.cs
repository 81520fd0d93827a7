using System.Globalization;
using System.Text.RegularExpressions;
using AfterSales.Service.Customers;

namespace AfterSales.Service.Requests;

/// <summary>What could be read out of a pasted message. Everything is shown for confirmation; what was not found is left empty, never guessed.</summary>
/// <param name="WishedFrom">Local time of the company.</param>
internal sealed record ReadMessage(string? Name, string? Phone, string? Address, string? Model, string? Serial, string? FaultCode, string? Description, DateTime? WishedFrom, DateTime? WishedTo, bool SoundsDangerous);

/// <summary>Reads a free-text message (as customers and dealers send them in WeChat) into the fields of a request.</summary>
internal static partial class WechatText
{
    [GeneratedRegex(@"(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|400[- ]?\d{3}[- ]?\d{4})(?!\d)")]
    private static partial Regex PhonePattern();

    [GeneratedRegex(@"(?:姓名|客户|用户|联系人|称呼|收件人|报修人|name)\s*[:：]?\s*([\p{IsCJKUnifiedIdeographs}]{1,4}(?:先生|女士|小姐|老师|师傅|阿姨|叔叔|大姐|总)?|[A-Z][a-z]+(?: [A-Z][a-z]+)?)", RegexOptions.IgnoreCase)]
    private static partial Regex LabelledName();

    [GeneratedRegex(@"(?:我叫|我是|我姓)\s*([\p{IsCJKUnifiedIdeographs}]{1,4}?)(?=[，,。.;:\s☎]|$)")]
    private static partial Regex SelfNamed();

    [GeneratedRegex(@"([\p{IsCJKUnifiedIdeographs}]{1,2}(?:先生|女士|小姐|老师|师傅|阿姨|大姐))")]
    private static partial Regex Titled();

    [GeneratedRegex(@"(?:地址|住址|住在|家住|address)\s*(?:是|在)?\s*[:：]?\s*([^\n，,。;；]{4,60})", RegexOptions.IgnoreCase)]
    private static partial Regex LabelledAddress();

    [GeneratedRegex(@"((?:[\p{IsCJKUnifiedIdeographs}]{2,8}(?:省|自治区))?(?:[\p{IsCJKUnifiedIdeographs}]{2,7}市)?(?:[\p{IsCJKUnifiedIdeographs}]{1,7}(?:区|县))?[\p{IsCJKUnifiedIdeographs}]{1,8}(?:路|街|大道|道|巷|弄|镇|村)(?:\d{1,5}号?)?(?:[\p{IsCJKUnifiedIdeographs}]{2,8}(?:小区|花园|公寓|苑|家园|广场|新村))?(?:\d{1,3}(?:栋|幢|座|号楼))?(?:\d{1,2}单元)?(?:\d{1,4}(?:室|楼|层)?)?|[\p{IsCJKUnifiedIdeographs}]{2,8}(?:小区|花园|公寓|苑|家园|新村)\d{1,3}(?:栋|幢|座|号楼)(?:\d{1,2}单元)?(?:\d{1,4}室?)?)")]
    private static partial Regex FreeAddress();

    [GeneratedRegex(@"(?:型号|机型|model)\s*[:：]?\s*([A-Za-z]{1,6}[A-Za-z0-9]*[-－]?[A-Za-z0-9]+(?:[-－/][A-Za-z0-9]+)*)", RegexOptions.IgnoreCase)]
    private static partial Regex LabelledModel();

    [GeneratedRegex(@"(?<![A-Za-z0-9])([A-Z]{2,5}-?\d{2,4}[A-Z]{0,3}(?:-[A-Z0-9]{1,8})*)(?![A-Za-z0-9])")]
    private static partial Regex FreeModel();

    [GeneratedRegex(@"(?:机身编号|机身号|编号|序列号|条码|S/?N|serial)\s*[:：]?\s*([A-Za-z0-9]{6,30})", RegexOptions.IgnoreCase)]
    private static partial Regex LabelledSerial();

    [GeneratedRegex(@"(?:故障码|故障代码|代码|显示|报|报警|跳|出现|fault|error)\s*[:：是为]?\s*((?:[EFCP]|Er|ER)\s?-?\d{1,2}|[EFCP][A-Za-z0-9])(?![A-Za-z0-9])")]
    private static partial Regex ShownFault();

    [GeneratedRegex(@"(?<![A-Za-z0-9\-])([EFCP]\d{1,2})(?![A-Za-z0-9\-])")]
    private static partial Regex FreeFault();

    [GeneratedRegex(@"(大后天|后天|明天|明日|今天|今日|tomorrow|today)|(?:(下)?(?:周|星期|礼拜)([一二三四五六日天]))|(?:(\d{4})[-/年])?(?<!\d)(\d{1,2})[-/月](\d{1,2})(?!\d)[日号]?|(?<![\d\p{IsCJKUnifiedIdeographs}])(\d{1,2})号(?![楼院线栋幢门\d])", RegexOptions.IgnoreCase)]
    private static partial Regex DayPattern();

    [GeneratedRegex(@"(上午|早上|早晨|中午|下午|傍晚|晚上|晚)?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[:：点时])\s*(半|\d{1,2})?\s*分?(?:\s*(?:-|－|~|～|—|–|到|至)\s*(上午|中午|下午|晚上)?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[:：点时])\s*(半|\d{1,2})?)?")]
    private static partial Regex HourPattern();

    [GeneratedRegex(@"(上午|早上|中午|下午|傍晚|晚上)")]
    private static partial Regex PartOfDay();

    [GeneratedRegex(@"(?:联系电话|电话|手机号码|手机号|手机|联系方式|tel)\s*(?:是|号)?\s*[:：]?\s*(?=☎|\+?\d)", RegexOptions.IgnoreCase)]
    private static partial Regex PhoneLabels();

    [GeneratedRegex(@"煤气味|燃气味|漏气|漏燃气|一氧化碳|中毒|头晕|触电|漏电|电人|麻手|喷火|烫伤|冒烟|着火|gas smell|smell of gas|electric shock|scald", RegexOptions.IgnoreCase)]
    private static partial Regex Danger();

    /// <param name="today">The company's local day on which the message is read: "tomorrow" counts from it.</param>
    public static ReadMessage Read(string message, DateOnly today)
    {
        var text = PlainDigits(message.Normalize(System.Text.NormalizationForm.FormKC).Replace('\u00a0', ' ').Trim());
        var phones = PhonePattern().Matches(text).Select(p => PhoneNumber.Normalise(p.Groups[1].Value)!).ToList();
        var phone = phones.Find(p => p[0] == '1') ?? phones.FirstOrDefault(); // a person's own number before a hotline
        var serial = First(LabelledSerial().Match(text));
        var model = First(LabelledModel().Match(text)) ?? First(FreeModel().Match(text));
        var address = Address(text);
        var fault = First(ShownFault().Match(text)) ?? First(FreeFault().Match(model is null ? text : text.Replace(model, "", StringComparison.Ordinal)));
        var (from, to) = Wish(address is null ? text : text.Replace(address, " ", StringComparison.Ordinal), today);
        return new ReadMessage(Name(text, address), phone, address?.Trim(), model?.ToUpperInvariant(), serial, fault?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), message.Trim(), from, to, Danger().IsMatch(text));
    }

    /// <summary>Digits of any script are digits to the patterns; reading them as numbers wants ours.</summary>
    static string PlainDigits(string text) => string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c));

    static string? First(Match match) => match.Success ? match.Groups.Cast<Group>().Skip(1).First(g => g.Success).Value.Trim() : null;

    /// <summary>From the label on when there is one, else the first thing that looks like a street or an estate; what follows it is left out.</summary>
    static string? Address(string text)
    {
        var plain = PhonePattern().Replace(text, "\n");
        if (First(LabelledAddress().Match(plain)) is not { } labelled) return First(FreeAddress().Match(plain));
        var upToSpace = labelled.Split(' ')[0].Length >= 4 ? labelled.Split(' ')[0] : labelled;
        return First(FreeAddress().Match(upToSpace)) ?? upToSpace;
    }

    static string? Name(string text, string? address)
    {
        if (First(LabelledName().Match(text)) is { } labelled) return labelled;
        var rest = PhoneLabels().Replace(address is null ? text : text.Replace(address, "\n", StringComparison.Ordinal), "☎");
        if (First(SelfNamed().Match(rest)) is { } self) return self;
        if (First(Titled().Match(rest)) is { } titled) return titled;
        // A piece of two to four Chinese characters directly before or after the phone number is a name.
        var pieces = PhonePattern().Replace(rest, "☎").Replace("☎☎", "☎", StringComparison.Ordinal).Replace("☎", "\n☎\n", StringComparison.Ordinal).Split('\n', '，', ',', '。', ' ', ';', ':').Select(s => s.Trim()).Where(s => s.Length > 0).ToList();
        for (var i = 0; i < pieces.Count; i++)
            if (IsName(pieces[i]) && ((i > 0 && pieces[i - 1] == "☎") || (i + 1 < pieces.Count && pieces[i + 1] == "☎"))) return pieces[i];
        return null;
    }

    static bool IsName(string piece) => piece.Length is >= 2 and <= 4 && piece.All(c => c is >= '一' and <= '鿿') && Surnames.Contains(piece[0], StringComparison.Ordinal);

    const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤欧";

    static (DateTime?, DateTime?) Wish(string text, DateOnly today)
    {
        var withoutPhone = PhonePattern().Replace(text, " ");
        withoutPhone = LabelledModel().Replace(withoutPhone, " ");
        withoutPhone = FreeModel().Replace(withoutPhone, " ");
        if (DayPattern().Match(withoutPhone) is not { Success: true } found || Day(found, today) is not { } day) return (null, null);
        var after = withoutPhone[(found.Index + found.Length)..];
        if (HourPattern().Match(after) is { Success: true } hour && Hour(hour.Groups[1].Value, hour.Groups[2].Value) is { } from)
        {
            var start = day.ToDateTime(new TimeOnly(from, Minute(hour.Groups[3].Value)));
            var part = hour.Groups[4].Success && hour.Groups[4].Length > 0 ? hour.Groups[4].Value : hour.Groups[1].Value;
            var end = hour.Groups[5].Success && Hour(part, hour.Groups[5].Value) is { } to ? day.ToDateTime(new TimeOnly(to, Minute(hour.Groups[6].Value))) : start.AddHours(2);
            return (start, end > start ? end : start.AddHours(2));
        }
        return PartOfDay().Match(after) is { Success: true } part2 ? Span(day, part2.Value) : (day.ToDateTime(new TimeOnly(8, 0)), day.ToDateTime(new TimeOnly(18, 0)));
    }

    static (DateTime?, DateTime?) Span(DateOnly day, string part)
    {
        var (from, to) = part switch { "中午" => (11, 14), "下午" => (14, 18), "傍晚" => (17, 19), "晚上" => (18, 21), _ => (8, 12) };
        return (day.ToDateTime(new TimeOnly(from, 0)), day.ToDateTime(new TimeOnly(to, 0)));
    }

    static DateOnly? Day(Match m, DateOnly today)
    {
        if (m.Groups[1].Success)
            return today.AddDays(m.Groups[1].Value.ToLowerInvariant() switch { "大后天" => 3, "后天" => 2, "明天" or "明日" or "tomorrow" => 1, _ => 0 });
        if (m.Groups[3].Success)
        {
            var wanted = "一二三四五六日".IndexOf(m.Groups[3].Value == "天" ? '日' : m.Groups[3].Value[0], StringComparison.Ordinal);
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) + (m.Groups[2].Success ? 7 : 0));
            var day = monday.AddDays(wanted);
            return day < today ? day.AddDays(7) : day;
        }
        if (m.Groups[5].Success) return Dated(m.Groups[4].Success ? int.Parse(m.Groups[4].Value) : null, int.Parse(m.Groups[5].Value), int.Parse(m.Groups[6].Value), today);
        var number = int.Parse(m.Groups[7].Value);
        return Dated(null, number < today.Day ? today.Month % 12 + 1 : today.Month, number, today);
    }

    static DateOnly? Dated(int? year, int month, int dayOfMonth, DateOnly today)
    {
        var y = year ?? today.Year;
        if (y is < 2000 or > 2100 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(y, month)) return null;
        var day = new DateOnly(y, month, dayOfMonth);
        return year is null && day < today.AddDays(-30) ? day.AddYears(1) : day;
    }

    static int? Hour(string part, string digits)
    {
        if (!int.TryParse(digits, out var hour)) hour = Chinese(digits);
        if (part is "下午" or "傍晚" or "晚上" or "晚" && hour is > 0 and < 12) hour += 12;
        if (part == "中午" && hour is > 0 and < 11) hour += 12;
        if (part.Length == 0 && hour is >= 1 and <= 6) hour += 12; // nobody means three o'clock at night
        return hour is >= 0 and <= 23 ? hour : null;
    }

    static int Minute(string digits) => digits == "半" ? 30 : int.TryParse(digits, out var minute) && minute < 60 ? minute : 0;

    static int Chinese(string digits)
    {
        const string Ones = "一二三四五六七八九";
        var ten = digits.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return digits.Length == 1 ? Ones.IndexOf(digits[0], StringComparison.Ordinal) + 1 : -1;
        return (ten == 0 ? 1 : Ones.IndexOf(digits[0], StringComparison.Ordinal) + 1) * 10 + (ten + 1 < digits.Length ? Ones.IndexOf(digits[ten + 1], StringComparison.Ordinal) + 1 : 0);
    }
}
