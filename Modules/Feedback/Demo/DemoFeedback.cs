using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Feedback.Demo;

/// <summary>The demo company's customers have their say: about the team whose work is worse, more often an unkind one.</summary>
internal sealed class DemoFeedback(IServiceScopeFactory scopes, ICompany company, IPolicies policies, ComplaintRulebook rulebook) : IDemoPart
{
    const int Chunk = 250;
    const string BadTeam = "B组";
    static readonly Actor Officer = new("demo-quality", "质量专员"), Customer = new("<customer>", "客户");
    static readonly string[] Praise = ["师傅很准时，讲解也清楚。", "当天就修好了，满意。", "态度好，收费透明。", "装完还把地面擦干净了。"];
    static readonly string[] Blame = ["等了两天才来，来了又说缺件。", "修完第二天又不打火。", "收费没有提前说清楚。", "师傅态度不耐烦。", "走的时候一地水。"];

    public int Order => 30;

    public async Task<bool> HasDataAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FeedbackDbContext>().Set<Invitation>().AnyAsync(ct);
    }

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        var story = new Story(new Random(plan.Seed), company, policies.At<SurveyPolicy>(DateTime.UnixEpoch).Value, rulebook, company.CalendarAt(DateTime.UnixEpoch).EndOf(plan.Until), plan.Orders / Math.Max(1, (plan.Until.DayNumber - plan.From.DayNumber) / 30) / 100);
        var (after, afterId) = (DateTime.UnixEpoch, (Guid?)null);
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var orders = await scope.ServiceProvider.GetRequiredService<IOrderLookup>().CompletedAfterAsync(after, afterId, Chunk, ct);
            if (orders.Count == 0) return 0;
            var db = scope.ServiceProvider.GetRequiredService<FeedbackDbContext>();
            db.TellsNobody = true;
            story.Questionnaires ??= await db.Set<Questionnaire>().AsNoTracking().Include(q => q.Versions).ToListAsync(ct);
            foreach (var order in orders) story.Tell(order, db);
            await db.SaveChangesAsync(ct);
            (after, afterId) = (orders[^1].CompletedAt!.Value, orders[^1].Id);
        }
    }

    /// <summary>Follows each order from completion to what its customer says of it.</summary>
    sealed class Story(Random random, ICompany company, SurveyPolicy policy, ComplaintRulebook rulebook, DateTime end, int leastAMonth)
    {
        readonly Dictionary<string, DateOnly> _asked = [];
        readonly Dictionary<(int, int), int> _complaints = [];
        int _told, _fresh, _lowOfToday;

        public List<Questionnaire>? Questionnaires { get; set; }

        public void Tell(OrderInBrief order, FeedbackDbContext db)
        {
            if (Addressee.Of(order) is not { } to) return;
            var completed = company.LocalDay(order.CompletedAt!.Value);
            if (_asked.TryGetValue(to.Key, out var last) && completed.DayNumber - last.DayNumber <= policy.ShareDays) return; // shares an earlier one; a few stay unasked
            if (++_told % 40 == 0) return; // no channel at that time
            _asked[to.Key] = completed;
            var at = order.CompletedAt.Value.AddMinutes(random.Next(5, 90)).CutToMilliseconds();
            if (at >= end) return;
            var day = company.LocalDay(at);
            var questionnaire = Questionnaires!.Single(q => q.Kind == SurveyKind.Service);
            var invitation = Invitation.Of(SurveyKind.Service, questionnaire, to, at, day, company.CalendarAt(at).EndOf(Courtesy.LastDay(day, policy)), completed, 0, publicId: PublicId.Seeded(random));
            invitation.Include(order);
            db.Add(invitation);
            if (random.NextDouble() < 0.03) return; // the message did not arrive
            invitation.Delivered(at);
            var bad = order.Team == BadTeam;
            Answer(invitation, questionnaire, order, at, bad, db);
            if (end - at < TimeSpan.FromDays(4) && ++_fresh is 4 or 8 or 12 or 16 or 20) Complain(order, null, at.AddHours(3), bad, db); // the board has something on it
            else if (random.NextDouble() < (bad ? 0.028 : 0.005) || IsOwed(day)) Complain(order, null, at.AddHours(random.Next(3, 90)), bad, db);
        }

        void Answer(Invitation invitation, Questionnaire questionnaire, OrderInBrief order, DateTime invited, bool bad, FeedbackDbContext db)
        {
            var at = invited.AddHours(Math.Exp((random.NextDouble() * 5.2) - 1)).CutToMilliseconds();
            var isLowOfToday = end - invited is { TotalHours: > 8 and < 60 } && ++_lowOfToday is 3 or 6; // somebody waits for a call
            if (isLowOfToday) at = end.AddHours(-_lowOfToday).CutToMilliseconds();
            else if (random.NextDouble() > 0.46 || at >= end) return;
            var rating = isLowOfToday ? 2 : Pick(bad ? [0.09, 0.09, 0.14, 0.32, 0.36] : [0.008, 0.012, 0.04, 0.26, 0.68]) + 1;
            var recommend = rating switch { 5 => 9 + random.Next(2) - (random.Next(6) == 0 ? 1 : 0), 4 => 7 + random.Next(3), 3 => 5 + random.Next(3), _ => random.Next(6) };
            var effort = rating switch { 5 => 6 + random.Next(2), 4 => 5 + random.Next(3), 3 => 3 + random.Next(3), _ => 1 + random.Next(3) };
            Dictionary<string, IReadOnlyList<string>> said = new() { [ShippedQuestionnaires.Overall] = [Text(rating)] };
            if (random.NextDouble() < 0.9) said[ShippedQuestionnaires.Recommend] = [Text(recommend)];
            if (random.NextDouble() < 0.8) said[ShippedQuestionnaires.Effort] = [Text(effort)];
            if (rating <= 3) said["why"] = [new[] { "late", "not_fixed", "price", "manner", "clean" }[random.Next(5)]];
            if (random.NextDouble() < (rating <= 3 ? 0.7 : 0.15)) said[ShippedQuestionnaires.Comment] = [rating <= 3 ? Blame[random.Next(Blame.Length)] : Praise[random.Next(Praise.Length)]];
            var method = random.NextDouble() switch { < 0.72 => SurveyMethod.Link, < 0.86 => SurveyMethod.Qr, < 0.96 => SurveyMethod.Phone, _ => SurveyMethod.Paper };
            var entered = method is SurveyMethod.Phone or SurveyMethod.Paper ? Officer : (Actor?)null;
            invitation.Answer(said, questionnaire.Current.Questions, new AnswerSource(method, "zh-CN", EnteredBy: entered, Held: random.NextDouble() < 0.004 ? "staff_device" : null), at, company.LocalDay(at), policy);
            if (invitation.Response is { Counts: true } response && response.IsLow(policy)) CallBack(invitation, order, at, bad, db);
        }

        void CallBack(Invitation invitation, OrderInBrief order, DateTime at, bool bad, FeedbackDbContext db)
        {
            var calendar = company.CalendarAt(at);
            var call = Callbacks.CallBack.Open(invitation, policy, calendar, at, company.LocalDay(at), PublicId.Seeded(random));
            db.Add(call);
            var first = at.AddHours(random.NextDouble() < 0.93 ? 1 + (random.NextDouble() * 20) : 26 + (random.NextDouble() * 30)).CutToMilliseconds();
            if (first >= end) return;
            if (random.NextDouble() < 0.2) call.Try(CallResult.NoAnswer, null, calendar, first.AddMinutes(-30).CutToMilliseconds(), Officer);
            call.Try(CallResult.Reached, null, calendar, first, Officer);
            var done = first.AddMinutes(6);
            if (random.NextDouble() < (bad ? 0.16 : 0.08) && Complain(order, call, done, bad, db) is { } complaint) call.BecomeComplaint(complaint.PublicId, calendar, done, Officer);
            else call.End(random.NextDouble() < 0.25 ? CallBackResult.Revisit : CallBackResult.Settled, "已致歉并说明原因，客户表示接受。", calendar, done, Officer);
        }

        /// <summary>A company with many orders has a complaint or two in each month; from its tenth day on, those that did not come by themselves.</summary>
        bool IsOwed(DateOnly day) => day.Day >= 10 && _complaints.GetValueOrDefault((day.Year, day.Month)) < leastAMonth;

        Complaint? Complain(OrderInBrief order, CallBack? from, DateTime at, bool bad, FeedbackDbContext db)
        {
            at = at.CutToMilliseconds();
            if (at >= end) return null;
            var rules = rulebook.InForceAt(at);
            var complaint = Complaint.Receive(new ComplaintIntake
            {
                ReceivedAt = at, ReceivedDay = company.LocalDay(at), PublicId = PublicId.Seeded(random), Order = order, Phone = order.Phone, Text = from?.Comment ?? Blame[random.Next(Blame.Length)], Wish = "尽快处理",
                Channel = from is not null ? ComplaintChannel.CallBack : new[] { ComplaintChannel.Phone, ComplaintChannel.Phone, ComplaintChannel.Wechat, ComplaintChannel.Platform, ComplaintChannel.BrandHotline, ComplaintChannel.Line12315 }[random.Next(6)],
                Matter = random.NextDouble() < 0.12 ? ComplaintMatter.Product : ComplaintMatter.Service,
            }, rules, Customer);
            db.Add(complaint);
            var (month, first) = ((complaint.ReceivedDay.Year, complaint.ReceivedDay.Month), _complaints.GetValueOrDefault((complaint.ReceivedDay.Year, complaint.ReceivedDay.Month)) == 0);
            _complaints[month] = _complaints.GetValueOrDefault(month) + 1;
            var late = random.NextDouble() < (bad ? 0.12 : 0.04);
            Handle(complaint, rules, at, late, first, db);
            return complaint;
        }

        void Handle(Complaint complaint, ComplaintRules rules, DateTime at, bool late, bool first, FeedbackDbContext db)
        {
            bool Comes(double hours) => (at = at.AddHours(hours).CutToMilliseconds()) < end;
            if (!Comes(1 + (random.NextDouble() * (late ? 90 : 18)))) return;
            complaint.Acknowledge("已电话联系客户，说明处理步骤。", rules, at, Officer);
            if (!Comes(0.5)) return;
            complaint.Assess(random.NextDouble() < 0.2 ? Severity.Serious : Severity.Normal, complaint.Matter, "", rules, at, Officer);
            if (!Comes(6 + (random.NextDouble() * 16))) return;
            var finding = random.NextDouble() switch { _ when first => Finding.Upheld, < 0.5 => Finding.Upheld, < 0.75 => Finding.Partly, _ => Finding.NotUpheld };
            complaint.Investigate("查阅工单记录并询问工程师。", finding, rules, at, Officer);
            if (!Comes(1 + (random.NextDouble() * 5))) return;
            var cause = finding == Finding.NotUpheld ? null : rules.Policy.Causes[random.Next(rules.Policy.Causes.Count - 1)];
            complaint.Decide(finding == Finding.NotUpheld ? Remedy.None : new[] { Remedy.Apology, Remedy.Redo, Remedy.Refund }[random.Next(3)], finding == Finding.NotUpheld ? "经查服务符合约定，已向客户说明。" : "向客户致歉并按约定处理。", cause, rules, at, Officer);
            if (!Comes(0.5)) return;
            complaint.Reply("处理结果已书面答复客户。", at, Officer);
            if (!Comes(4 + (random.NextDouble() * 20))) return;
            complaint.Close(null, complaint.IsUpheld && random.NextDouble() < 0.92 ? "班前会讲解案例，复训一次" : null, rules, at, company.LocalDay(at), Officer);
            var closed = at;
            if ((first || random.NextDouble() < 0.6) && Comes(20)) AnswerWhetherSettled(complaint, random.NextDouble() < 0.86, closed, at, db);
            at = closed;
            if (complaint.Reopened == 0 && random.NextDouble() < 0.04 && Comes(70))
            {
                complaint.Reopen("客户反映问题仍在。", rules, at, Officer);
                Handle(complaint, rules, at, late: false, first: false, db);
            }
        }

        void AnswerWhetherSettled(Complaint complaint, bool settled, DateTime asked, DateTime at, FeedbackDbContext db)
        {
            var (questionnaire, day) = (Questionnaires!.Single(q => q.Kind == SurveyKind.Complaint), company.LocalDay(asked));
            var invitation = Invitation.Of(SurveyKind.Complaint, questionnaire, new Addressee(complaint.ContactKey, complaint.ContactName, complaint.Phone), asked, day, company.CalendarAt(asked).EndOf(Courtesy.LastDay(day, policy)), null, 0, complaint.PublicId, PublicId.Seeded(random));
            db.Add(invitation);
            invitation.Delivered(asked);
            invitation.Answer(new Dictionary<string, IReadOnlyList<string>> { [ShippedQuestionnaires.Settled] = [settled ? ShippedQuestionnaires.Yes : "no"], [ShippedQuestionnaires.Overall] = [Text(settled ? 4 + random.Next(2) : 3)] },
                questionnaire.Current.Questions, new AnswerSource(SurveyMethod.Link, "zh-CN"), at, company.LocalDay(at), policy);
            complaint.Hear(settled, at, company.LocalDay(at), Customer);
        }

        int Pick(double[] weights)
        {
            var left = random.NextDouble() * weights.Sum();
            for (var i = 0; i < weights.Length; i++)
                if ((left -= weights[i]) < 0) return i;
            return weights.Length - 1;
        }

        static string Text(int n) => n.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
