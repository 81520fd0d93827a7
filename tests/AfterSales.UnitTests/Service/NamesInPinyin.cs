using AfterSales.Service.Customers;

namespace AfterSales.UnitTests.Service;

/// <summary>Names as they are typed on a keyboard. Readings from the Xiandai Hanyu Cidian; surnames from its entries marked "surname".</summary>
public class NamesInPinyin
{
    [Theory]
    [InlineData("张伟", "zhangwei", "zw")]
    [InlineData("欧阳修", "ouyangxiu", "oyx")]
    [InlineData("单田芳", "shantianfang", "stf")]
    [InlineData("曾国藩", "zengguofan", "zgf")]
    [InlineData("仇英", "qiuying", "qy")]
    [InlineData("解缙", "xiejin", "xj")]
    [InlineData("区寄", "ouji", "oj")]
    [InlineData("查良镛", "zhaliangyong", "zly")]
    [InlineData("朴树", "piaoshu", "ps")]
    [InlineData("任正非", "renzhengfei", "rzf")]
    [InlineData("尉迟恭", "yuchigong", "ycg")]
    [InlineData("万俟卨", "moqixie", "mqx")]
    [InlineData("单于", "chanyu", "cy")]
    [InlineData("吕不韦", "lvbuwei", "lbw")]
    [InlineData("盖叫天", "gejiaotian", "gjt")]
    [InlineData("覃琴", "qinqin", "qq")]
    [InlineData("翟天临", "zhaitianlin", "ztl")]
    [InlineData("張偉", "zhangwei", "zw")]
    [InlineData("Maria Rossi", "mariarossi", "mr")]
    [InlineData("O'Neil", "oneil", "o")]
    [InlineData("Müller", "muller", "m")]
    [InlineData("José", "jose", "j")]
    [InlineData("张伟 2号", "zhangwei2hao", "zw2h")]
    public void are_found_in_full_and_by_initials(string name, string full, string initials)
    {
        Pinyin.Full(name).ShouldBe(full);
        Pinyin.Initials(name).ShouldBe(initials);
    }

    [Theory] // the second reading holds away from the surname's place
    [InlineData("李单", "lidan")]
    [InlineData("王曾", "wangceng")]
    [InlineData("陈查理", "chenchali")]
    public void read_a_surname_elsewhere_as_an_ordinary_character(string name, string full) => Pinyin.Full(name).ShouldBe(full);

    [Theory]
    [InlineData("Zhang Wei", "zhangwei")]
    [InlineData("zhāng wěi", "zhangwei")]
    [InlineData("lǚ", "lv")]
    public void are_typed_with_blanks_and_tones_too(string typed, string key) => Pinyin.Typed(typed).ShouldBe(key);

    [Fact]
    public void are_found_by_every_further_part()
    {
        Pinyin.Tails("张伟明").ShouldBe(["伟明", "明"]);
        Pinyin.Tails("Maria Rossi").ShouldBe(["rossi"]);
        Pinyin.Tails("清泉Hotel 2").ShouldBe(["泉hotel 2", "hotel 2", "2"]);
        Pinyin.Tails("张").ShouldBeEmpty();
    }

    [Fact]
    public void know_common_characters() => Pinyin.Full("一乙二十丁厂七人入八九几儿了力乃刀又三").ShouldBe("yiyiershidingchangqirenrubajiujierlelinaidaoyousan");
}
