using System.Globalization;
using System.Text;

namespace AfterSales.Benchmarks.Service;

/// <summary>Believable orders as an import file: a year and a half, every column that lists and clocks look at.</summary>
internal static class OrderFile
{
    static readonly string[] Kinds = ["repair", "repair", "repair", "repair", "installation", "maintenance", "troubleshooting", "enquiry"];
    static readonly string[] Channels = ["phone", "phone", "wechat", "web", "dealer"];
    static readonly string[] Regions = ["330102", "330105", "330106", "330108", "330109"];
    static readonly string[] Faults = ["E1", "E2", "E4", "E6", "E9", "EA"];
    static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"];
    static readonly string[] GivenNames = ["伟", "芳", "娜", "敏", "静", "强", "磊", "洋", "艳", "勇", "军", "杰"];

    public static void Write(string path, int orders, int seed)
    {
        var random = new Random(seed);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        file.WriteLine("order_no,customer_name,phone,address,region,model,serial_no,kind,channel,fault_code,complexity,received_at,responded_at,window_start,window_end,arrived_at,completed_at,closed_at,technician,team,outcome,pause_1_reason,pause_1_from,pause_1_to,csat");
        var from = new DateTime(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        var minutesApart = 540.0 * 24 * 60 / orders;
        for (var n = 0; n < orders; n++)
        {
            var received = from.AddMinutes(n * minutesApart);
            var responded = received.AddMinutes(5 + random.Next(20 * 60));
            var window = responded.AddHours(2 + random.Next(20));
            var arrived = window.AddMinutes(random.Next(110));
            var completed = arrived.AddMinutes(20 + random.Next(150));
            var paused = random.Next(8) == 0;
            var customer = random.Next(orders / 2 + 1);
            file.Write(string.Create(CultureInfo.InvariantCulture, $"B{seed}-{n:D8},{Surnames[customer % 10]}{GivenNames[customer / 10 % 12]}{GivenNames[customer / 120 % 12]},1{3 + customer % 7}{customer:D9},文一路{customer % 900 + 1}号{customer % 30 + 1}-{customer % 12 + 1}01,{Regions[customer % 5]},"));
            file.Write(string.Create(CultureInfo.InvariantCulture, $"JSQ{20 + customer % 12}-A,SN{customer:D9},{Kinds[random.Next(Kinds.Length)]},{Channels[random.Next(Channels.Length)]},{Faults[random.Next(Faults.Length)]},{(random.Next(3) == 0 ? "complex" : "general")},"));
            file.Write(string.Create(CultureInfo.InvariantCulture, $"{received:yyyy-MM-ddTHH:mm:ssZ},{responded:yyyy-MM-ddTHH:mm:ssZ},{window:yyyy-MM-ddTHH:mm:ssZ},{window.AddHours(2):yyyy-MM-ddTHH:mm:ssZ},{arrived:yyyy-MM-ddTHH:mm:ssZ},{completed:yyyy-MM-ddTHH:mm:ssZ},{completed.AddHours(5):yyyy-MM-ddTHH:mm:ssZ},"));
            file.Write(string.Create(CultureInfo.InvariantCulture, $"T{random.Next(24) + 1:D2},班组{random.Next(4) + 1},fixed,"));
            file.Write(paused ? string.Create(CultureInfo.InvariantCulture, $"customer_later_date,{responded.AddMinutes(10):yyyy-MM-ddTHH:mm:ssZ},{responded.AddMinutes(70):yyyy-MM-ddTHH:mm:ssZ},") : ",,,");
            file.WriteLine(random.Next(3) == 0 ? (3 + random.Next(3)).ToString(CultureInfo.InvariantCulture) : "");
        }
    }
}
