using System.Collections.Frozen;
using System.Text;

namespace AfterSales.Service.Customers;

/// <summary>
/// How names are typed on a Latin keyboard: full pinyin without tones (张伟 zhangwei) and its initials (zw). Readings are Unihan's kMandarin, one
/// for each character; surnames have readings of their own (单 Shan, 曾 Zeng), in force for the first character or the first two. What is not
/// Chinese stays as it is, in lower case; ü is v, as keyboards have it.
/// </summary>
internal static class Pinyin
{
    /// <summary>Surnames read otherwise than the same character elsewhere, or where several readings are common.</summary>
    static readonly FrozenDictionary<string, string[]> Surnames = """
        单 shan 單 shan 曾 zeng 仇 qiu 解 xie 区 ou 區 ou 查 zha 朴 piao 任 ren 华 hua 華 hua 盖 ge 蓋 ge 覃 qin 乐 yue 樂 yue 冼 xian 洗 xian 缪 miao 繆 miao
        翟 zhai 员 yun 員 yun 种 chong 秘 bi 折 she 黑 he 纪 ji 葛 ge 哈 ha 召 shao 繁 po 谌 chen 諶 chen 应 ying 應 ying 隗 wei 过 guo 過 guo 逄 pang 逯 lu
        郇 xun 祭 zhai 撒 sa 那 na 车 che 車 che 柏 bai 石 shi 句 gou 宿 su 都 du 沈 shen 卜 bu 贾 jia 賈 jia 佘 she 牟 mou 粘 nian 訾 zi 俞 yu 曲 qu 晁 chao
        阚 kan 闞 kan 相 xiang 朱 zhu 尹 yin 宓 mi 尉 wei 尧 yao 令 ling 万 wan 长 chang 重 chong 行 xing 参 can 盛 sheng 干 gan 强 qiang 尹 yin 薄 bo 褚 chu
        呂 lv 吕 lv 适 kuo 炅 gui 幺 yao 藏 zang 邵 shao 臧 zang 瞿 qu 麻 ma 於 yu 芮 rui 祝 zhu 洪 hong 艾 ai 燕 yan 亓 qi 余 yu 佴 nai 教 jiao
        """.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Chunk(2).GroupBy(p => p[0]).Select(g => (Name: g.Key, Readings: new[] { g.First()[1] }))
        .Concat(
        [
            ("尉迟", ["yu", "chi"]), ("尉遲", ["yu", "chi"]), ("万俟", ["mo", "qi"]), ("单于", ["chan", "yu"]), ("長孫", ["zhang", "sun"]), ("长孙", ["zhang", "sun"]), ("澹台", ["tan", "tai"]),
            ("夏侯", ["xia", "hou"]), ("皇甫", ["huang", "fu"]), ("令狐", ["ling", "hu"]), ("鲜于", ["xian", "yu"]), ("宰父", ["zai", "fu"]), ("亓官", ["qi", "guan"]), ("曾参", ["zeng", "shen"]),
        ]).ToFrozenDictionary(s => s.Name, s => s.Readings);

    static readonly FrozenDictionary<Rune, string> Readings = Load();

    static FrozenDictionary<Rune, string> Load()
    {
        Dictionary<Rune, string> readings = [];
        using var lines = new StreamReader(typeof(Pinyin).Assembly.GetManifestResourceStream("pinyin.txt")!, Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.IndexOf(' ', StringComparison.Ordinal) is not (var space and > 0)) continue;
            var syllable = line[..space];
            foreach (var character in line[(space + 1)..].EnumerateRunes()) readings[character] = syllable;
        }
        return readings.ToFrozenDictionary();
    }

    /// <summary>zhangwei for 张伟, mariarossi for Maria Rossi.</summary>
    public static string Full(string name) => Join(name, initials: false);

    /// <summary>zw for 张伟, mr for Maria Rossi.</summary>
    public static string Initials(string name) => Join(name, initials: true);

    /// <summary>A typed word in the form of <see cref="Full"/>: lower case, without blanks, marks and tones.</summary>
    public static string Typed(string typed) => Full(typed);

    /// <summary>True for characters that the table or Unicode calls Chinese.</summary>
    public static bool IsHan(Rune rune) => rune.Value is >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x323AF;

    static string Join(string name, bool initials)
    {
        var joined = new StringBuilder(name.Length * 4);
        Rune[] runes = [.. HalfWidth(name).Trim().EnumerateRunes()];
        var surname = Surname(runes);
        var inWord = false;
        for (var i = 0; i < runes.Length; i++)
        {
            if (IsHan(runes[i]))
            {
                var syllable = i < surname.Length ? surname[i] : Readings.GetValueOrDefault(runes[i]) ?? runes[i].ToString();
                if (syllable is "lve" or "nve") syllable = syllable[0] + "ue"; // 略: typed lue
                if (initials) joined.Append(Rune.GetRuneAt(syllable, 0).ToString());
                else joined.Append(syllable);
                inWord = false;
            }
            else if (Rune.IsLetterOrDigit(runes[i]))
            {
                var plain = Plain(runes[i]);
                if (plain == "v" && runes[i].Value != 'v' && !(i > 0 && runes[i - 1].Value is 'l' or 'n' or 'L' or 'N')) plain = "u"; // lü is typed lv, Müller muller
                if (!initials || !inWord) joined.Append(plain);
                inWord = true;
            }
            else inWord = inWord && runes[i].Value is '\'' or 0x2019;
        }
        return joined.ToString();
    }

    static string[] Surname(Rune[] runes)
    {
        if (runes.Length >= 2 && Surnames.TryGetValue(runes[0].ToString() + runes[1], out var two)) return two;
        return runes.Length >= 1 && Surnames.TryGetValue(runes[0].ToString(), out var one) ? one : [];
    }

    /// <summary>Latin letters with marks, each group behind its plain letter; globalization is invariant here, so Unicode's own decomposition is not at hand.</summary>
    static readonly FrozenDictionary<char, char> PlainLetters =
        "aàáâãäåāăąǎ cçćč dďđ eèéêëēĕėęě gğģ iìíîïīĭįıǐ lĺļľł nñńņňǹ oòóôõöøōŏőǒ rŕřŗ sśşšș tţťț uùúûũūŭůűųǔ vüǖǘǚǜ yýÿ zźżž"
            .Split(' ').SelectMany(g => g[1..], (g, marked) => (marked, Plain: g[0])).ToFrozenDictionary(p => p.marked, p => p.Plain);

    /// <summary>Lower case without marks; ü is v.</summary>
    static string Plain(Rune letter)
    {
        var lower = Rune.ToLowerInvariant(letter);
        return lower.IsBmp && PlainLetters.TryGetValue((char)lower.Value, out var plain) ? plain.ToString() : lower.ToString();
    }

    /// <summary>Full-width letters, digits and signs as ordinary ones.</summary>
    public static string HalfWidth(string text) => string.Create(text.Length, text, static (half, full) =>
    {
        for (var i = 0; i < full.Length; i++) half[i] = full[i] switch { >= '！' and <= '～' => (char)(full[i] - '！' + '!'), '\u3000' => ' ', var c => c };
    });

    /// <summary>The beginnings at which a part of a name is found besides its first: from the second Chinese character on, and every further word.</summary>
    public static IReadOnlyList<string> Tails(string name)
    {
        var text = HalfWidth(name).Trim();
        List<string> tails = [];
        for (var i = 1; i < text.Length && tails.Count < 30; i++)
        {
            if (char.IsLowSurrogate(text[i]) || !char.IsLetterOrDigit(text[i]) && !char.IsHighSurrogate(text[i])) continue;
            var han = IsHan(Rune.GetRuneAt(text, i));
            if (han || !char.IsLetterOrDigit(text[i - 1]) || IsHan(Rune.GetRuneAt(text, char.IsLowSurrogate(text[i - 1]) ? i - 2 : i - 1))) tails.Add(text[i..].ToLowerInvariant());
        }
        return tails;
    }
}
