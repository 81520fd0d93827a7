using AfterSales.Documents.Records;
using AfterSales.Documents.Search;

namespace AfterSales.UnitTests.Documents;

/// <summary>Words as the search keeps and asks them.</summary>
public sealed class CuttingIntoTokens
{
    [Theory]
    [InlineData("热水器", "热水 水器 器")]
    [InlineData("E1故障", "e1 故障 障")]
    [InlineData("SR-2026-000123", "sr 2026 000123")]
    [InlineData("ＡＢ１２ 燃", "ab12 燃")]
    [InlineData("", "")]
    [InlineData("，。！", "")]
    [InlineData("𠮷野家", "𠮷野 野家 家")]
    public void of_a_text(string text, string tokens) => string.Join(' ', Tokens.Of(text)).ShouldBe(tokens);

    [Theory]
    [InlineData("热水器", "\"热水 水器\"", "('热水' <-> '水器')")]
    [InlineData("热", "\"热\" *", "('热')")]
    [InlineData("e1 故障", "\"e1\" * AND \"故障\"", "('e1':*) & ('故障')")]
    [InlineData("器E1", "\"器 e1\" *", "('器' <-> 'e1':*)")]
    public void of_what_was_typed(string typed, string sqlite, string postgres)
    {
        Tokens.ForSqlite(Tokens.Phrases(typed)).ShouldBe(sqlite);
        Tokens.ForPostgres(Tokens.Phrases(typed)).ShouldBe(postgres);
    }

    [Theory]
    [InlineData("热水器 e1", "'热水':1 '热':1 '水器':2 '水':2 '器':3 'e1':4")]
    [InlineData("𠮷野", "'𠮷野':1 '𠮷':1 '野':2")]
    public void of_a_vector_has_each_character_too(string text, string vector) => Tokens.AsVector(Tokens.Of(text)).ShouldBe(vector);

    [Fact]
    public void a_phrase_is_found_exactly_where_the_text_has_the_word()
    {
        const string text = "甲方 e1 热水器漏水，更换主板 ok 水箱";
        var tokens = Tokens.Of(text);
        string[] words = ["热水器", "水器漏", "漏水", "更换主板", "主板", "e1", "甲方", "水箱", "器水", "板更", "水更换", "方热"];
        foreach (var word in words)
        {
            var asked = Tokens.OfTyped(word);
            var found = Enumerable.Range(0, Math.Max(0, tokens.Count - asked.Count + 1)).Any(at => asked.Select((t, i) => t.IsWhole ? tokens[at + i] == t.Text : tokens[at + i].StartsWith(t.Text, StringComparison.Ordinal)).All(hit => hit));
            found.ShouldBe(text.Contains(word, StringComparison.Ordinal), word);
        }
    }

    [Fact]
    public void highlights_mark_every_word_around_the_first()
    {
        var parts = Highlights.Of("前文 前文 冷凝水管更换，主板正常", "冷凝水 主板").Parts;
        parts.Where(p => p.Hit).Select(p => p.Text).ShouldBe(["冷凝水", "主板"]);
        string.Concat(parts.Select(p => p.Text)).ShouldBe("前文 前文 冷凝水管更换，主板正常");
    }

    [Theory]
    [InlineData("2026年3月 保养记录.pdf", null, "MaintenanceRecord")]
    [InlineData("scan001.pdf", "售后服务收费单 维修", "ServiceRecord")]
    [InlineData("scan002.pdf", "没有线索", "Other")]
    [InlineData("合同.docx", "维修 维修", "Agreement")]
    public void a_class_is_guessed_from_name_and_text(string name, string? text, string @class) => ClassGuess.Of(new RecordsPolicy(), name, text).ToString().ShouldBe(@class);
}
