using AfterSales.Feedback.Brand;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Demo;

/// <summary>What the public says of the demo company, what it promises, how it advertises, and who signed the analyses. How its promises went, the warehouse says afterwards.</summary>
internal sealed class DemoBrand(FeedbackDbContext db, ICompany company) : IDemoPart
{
    static readonly BrandPolicy Policy = new();
    static readonly Actor Officer = new("demo-quality", "质量专员"), Manager = new("demo-manager", "经理");
    static readonly (string Text, int Stars)[] Kind =
    [
        ("师傅很准时，换了点火器半小时就好了，收费透明，推荐。", 5), ("态度好，讲解很耐心，走的时候把地面也擦干净了。", 5), ("周末也有人上门，及时，给力。", 5), ("Technician was punctual and friendly, explained everything. Recommend.", 5),
        ("老人家不会用，师傅教了两遍，很热情。", 5), ("价格实惠，比我想的便宜，不错。", 4), ("第二次找他们清洗了，一如既往的专业。", 5),
    ];
    static readonly (string Text, int Stars)[] Plain =
    [("换了一个阀，用着再看看。", 3), ("约的下午，三点到的。", 4), ("请问燃气热水器多久清洗一次？", 4), ("配件原厂，价格和官网一样。", 4), ("Anybody knows whether they service heat pumps?", 3)];
    static readonly (string Text, int Stars)[] Unkind =
    [("约好上午，下午四点才来，迟到还态度差。", 1), ("修完第三天又坏，没人管，失望。", 1), ("上门费没提前说，太贵，感觉被坑。", 2), ("打了三次电话都说在路上，敷衍。", 2), ("Overcharged for a simple valve, and the technician was rude.", 1), ("洗完机器漏水了，联系客服一直推诿。", 1)];
    static readonly (string Zh, string En, string Indicator, double Target)[] Promised =
    [
        ("报修后 24 小时内必有回应", "We answer every request within 24 hours", "response_on_time_rate", 0.95), ("按约定时间上门", "We come at the agreed time", "on_time_arrival_rate", 0.90),
        ("一次修好", "We fix it the first time", "first_time_fix_rate", 0.82), ("十位客户九位满意", "Nine of ten customers are satisfied", "csat_top2", 0.85), ("投诉按期办结", "Complaints are settled in time", "complaint_on_time_rate", 0.90),
    ];
    static readonly (string Code, string Name, CampaignWay Way, int Month, int Days, decimal Cost)[] Campaigns =
    [
        ("AUTUMN1", "入冬前热水器免费检查", CampaignWay.Community, 1, 30, 6800m), ("SPRING1", "春季清洗套餐", CampaignWay.Wechat, 6, 45, 4200m), ("SUMMER1", "太阳能热水器保养月", CampaignWay.Leaflet, 9, 30, 2600m),
        ("AUTUMN2", "入冬前安全检查进社区", CampaignWay.Event, 13, 30, 9800m), ("SPRING2", "老客户保养优惠", CampaignWay.Sms, 18, 30, 1800m), ("VIDEO2", "短视频：燃气热水器安全使用", CampaignWay.ShortVideo, 20, 60, 12500m),
    ];

    public int Order => 40;

    public Task<bool> HasDataAsync(CancellationToken ct) => db.Set<Mention>().AnyAsync(ct);

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        db.TellsNobody = true;
        var random = new Random(plan.Seed + 12);
        var end = company.CalendarAt(DateTime.UnixEpoch).EndOf(plan.Until);
        Speak(plan, random, end);
        Promise(plan, random);
        foreach (var (code, name, way, month, days, cost) in Campaigns)
            if (plan.From.AddMonths(month) is var from && from.AddDays(days) < plan.Until)
                db.Add(Campaign.Plan(code, new CampaignFacts(name, way, from, from.AddDays(days - 1), Money.From(cost), null), At(from), Manager, PublicId.Seeded(random)));
        SignAnalyses(plan, random);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return 0;
    }

    DateTime At(DateOnly day) => company.CalendarAt(DateTime.UnixEpoch).StartOf(day).AddHours(9);

    void Speak(DemoPlan plan, Random random, DateTime end)
    {
        var start = company.CalendarAt(DateTime.UnixEpoch).StartOf(plan.From);
        var months = Math.Max(1, (int)((end - start).TotalDays / 30));
        var count = Math.Max(months * 4, plan.Orders / 22);
        for (var i = 0; i < count; i++)
        {
            var isFresh = i >= count - 2; // one of today waits for its reply, one for somebody to set its tone
            var at = isFresh ? end.AddHours(2 * (i - count)) : start.AddSeconds((end - start).TotalSeconds * (i + random.NextDouble()) / count).CutToMilliseconds();
            var (tone, words) = isFresh || i % 6 == 3 ? (Tone.Negative, Unkind) : random.NextDouble() < 0.79 ? (Tone.Positive, Kind) : (Tone.Neutral, Plain); // no month without an unkind one
            var (text, stars) = words[random.Next(words.Length)];
            var place = (MentionPlace)random.Next(8);
            var intake = new MentionIntake { Place = place, Author = $"用户{1000 + random.Next(9000)}", Text = text, Stars = place is MentionPlace.Weibo or MentionPlace.Zhihu ? null : stars, PublishedAt = at, PublishedDay = company.LocalDay(at) };
            var found = at.AddHours(0.5 + (random.NextDouble() * (isFresh ? 1 : 6))).CutToMilliseconds();
            if (found >= end) continue;
            var mention = Mention.Enter(intake, Policy, company.CalendarAt(at), found, Officer, PublicId.Seeded(random));
            db.Add(mention);
            if (i == count - 1 || random.NextDouble() < 0.02) continue; // nobody has set its tone
            mention.Judge(tone, mention.NeedsReply || tone == Tone.Negative, Officer);
            var answered = found.AddHours(random.NextDouble() < 0.94 ? random.NextDouble() * 15 : 20 + (random.NextDouble() * 30)).CutToMilliseconds();
            if (mention.NeedsReply && !isFresh && answered < end) mention.Answer("感谢您的反馈，我们已与您联系并安排处理。", answered, company.CalendarAt(at), Officer);
            if (tone == Tone.Positive && i % 40 == 7) Keep(mention, random, company.LocalDay(found));
        }
    }

    void Keep(Mention mention, Random random, DateOnly day)
    {
        var testimonial = Testimonial.Propose(mention.Text, mention.Author![..2] + "**", mention.PublicId, mention.EnteredAt, PublicId.Seeded(random));
        db.Add(testimonial);
        if (random.NextDouble() < 0.2) return; // waits for consent
        testimonial.Consent(day, "平台私信书面同意", day, Officer);
        testimonial.Show(day);
        if (random.NextDouble() < 0.1) testimonial.Withdraw(day.AddDays(20));
    }

    void Promise(DemoPlan plan, Random random)
    {
        foreach (var (zh, en, indicator, target) in Promised)
        {
            var promise = Brand.Promise.Publish(zh, en, indicator, target, PromiseShown.HigherIsBetter(indicator), plan.From, At(plan.From), Manager, PublicId.Seeded(random));
            db.Add(promise);
            for (var year = plan.From.Year; year <= plan.Until.Year; year++)
                foreach (var (month, what) in new[] { (3, "复盘上年兑现情况，调整班次"), (9, "旺季前培训与备件检查") })
                    if (new DateOnly(year, month, 25) is var due && due >= plan.From) promise.AddStep(year, what, "服务经理", due);
            foreach (var step in promise.Plan.Where(s => s.Due < plan.Until)) step.Finish(step.Due.AddDays(random.Next(-12, 4)), "已完成，记录存档", Manager.Name);
        }
    }

    void SignAnalyses(DemoPlan plan, Random random)
    {
        for (var month = new DateOnly(plan.From.Year, plan.From.Month, 1); month.AddMonths(1) <= plan.Until; month = month.AddMonths(1))
            foreach (var kind in Enum.GetValues<AnalysisKind>())
            {
                var analysis = Analysis.Owed(kind, month, Policy);
                db.Add(analysis);
                var signed = month.AddMonths(1).AddDays(random.NextDouble() < 0.96 ? 2 + random.Next(8) : 10 + random.Next(6));
                if (signed <= plan.Until) analysis.Sign("各项数据与上月相近，B 组评分偏低。", "对 B 组加强回访与带教。", signed, Officer);
            }
    }
}
