using AfterSales.Host.Messages;

namespace AfterSales.UnitTests.Host;

/// <summary>What each robot wants to be told; the signatures were worked out with OpenSSL.</summary>
public sealed class TellingStaffGroups
{
    static readonly DateTimeOffset Evening = DateTimeOffset.FromUnixTimeMilliseconds(1773230400000);

    [Fact]
    public void wecom_takes_plain_text()
    {
        var (address, body) = GroupRobots.Request("wecom", new Uri("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k"), null, "今日简报", Evening);
        (address.ToString(), body["msgtype"]!.GetValue<string>(), body["text"]!["content"]!.GetValue<string>()).ShouldBe(("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k", "text", "今日简报"));
    }

    [Fact]
    public void dingtalk_signs_the_milliseconds_in_the_address()
    {
        var (address, body) = GroupRobots.Request("dingtalk", new Uri("https://oapi.dingtalk.com/robot/send?access_token=t"), "SEC1", "今日简报", Evening);
        address.Query.ShouldBe("?access_token=t&timestamp=1773230400000&sign=L7iBLDJGcq7hWBcH%2FNTM536PkZHQyxBYFL7OWs8QlxI%3D");
        body["text"]!["content"]!.GetValue<string>().ShouldBe("今日简报");
    }

    [Fact]
    public void feishu_signs_the_seconds_in_the_body()
    {
        var (address, body) = GroupRobots.Request("feishu", new Uri("https://open.feishu.cn/open-apis/bot/v2/hook/h"), "SEC1", "今日简报", Evening);
        (address.Query, body["timestamp"]!.GetValue<string>(), body["sign"]!.GetValue<string>(), body["msg_type"]!.GetValue<string>()).ShouldBe(("", "1773230400", "a2C7R5RcQvsCyp7zdh2iceLI4i5tt9n5HNkm1s3TP74=", "text"));
        body["content"]!["text"]!.GetValue<string>().ShouldBe("今日简报");
    }

    [Fact]
    public void more_than_a_group_takes_is_cut() =>
        GroupRobots.Request("wecom", new Uri("https://example.com/x"), null, new string('长', 5000), Evening).Body["text"]!["content"]!.GetValue<string>().Length.ShouldBeLessThan(2000);
}
