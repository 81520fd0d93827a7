using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Risk.Actions;
using AfterSales.Risk.Controls;
using AfterSales.Risk.Data;
using AfterSales.Risk.Register;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Demo;

/// <summary>What could go wrong at the demo company, how it is held down, what happened all the same, and what was done about it. It began some months before its first order, so that reviews, tests and verifications fall into every month.</summary>
internal sealed class DemoRisk(RiskDbContext db, ICompany company) : IDemoPart
{
    const int MonthsBefore = 8, MonthsUntilClosed = 5;
    static readonly Actor Officer = new("demo-quality", "质量专员"), Manager = new("demo-manager", "经理");
    static readonly RiskPolicy Policy = new();
    static readonly ActionPolicy ActionRules = new();

    static readonly (RiskCategory Category, string Title, string Cause, string Event, string Effect, string Owner, Levels Levels, string Treatment)[] Known =
    [
        (RiskCategory.Safety, "燃气泄漏未被发现", "维修后未做检漏或检漏液失效", "用户家中燃气泄漏", "人身伤害、停业整顿", "服务经理", L(4, 5, 2, 5, 1, 5), "每次作业拍摄检漏照片，系统强制上传"),
        (RiskCategory.Safety, "烟道安装不当导致一氧化碳中毒", "老旧烟道未更换", "废气倒灌室内", "人员中毒", "技术主管", L(4, 5, 4, 4, 1, 4), "冬季前对强排烟道普查"),
        (RiskCategory.Safety, "电热水器漏电", "接地不良或镁棒耗尽", "用户触电", "人身伤害、赔偿", "技术主管", L(3, 5, 2, 5, 1, 5), "上门必测接地电阻并记录"),
        (RiskCategory.Quality, "B 组返修率偏高", "新员工比例高、带教不足", "同一故障反复报修", "客户流失、免费返工", "B 组组长", L(5, 4, 4, 3, 2, 3), "师带徒三个月，复训点火系统"),
        (RiskCategory.Quality, "出厂标准检验流于形式", "旺季赶工", "漏测出水温度和气压", "返修、投诉", "质量专员", L(4, 3, 3, 3, 2, 2), "检验值改为必填，超限自动提示"),
        (RiskCategory.People, "旺季持证人员不足", "入冬报修集中", "燃气工单无人可派", "响应超时、扣款", "人事", L(4, 4, 3, 3, 2, 3), "九月前完成两批取证培训"),
        (RiskCategory.People, "技术骨干流失", "同行高薪挖角", "复杂故障无人处理", "处理超时", "服务经理", L(3, 4, 3, 3, 2, 3), "技能津贴与年度晋级"),
        (RiskCategory.Supply, "常用配件断供", "厂家排产调整", "缺件等待超过三天", "二次上门、不满意", "仓库主管", L(4, 3, 3, 3, 2, 2), "前二十种配件设安全库存"),
        (RiskCategory.Supply, "配件质量批次问题", "供应商更换材料", "更换后短期再坏", "返修、质保成本", "采购", L(3, 4, 2, 4, 2, 3), "到货抽检并留样"),
        (RiskCategory.Legal, "收费标准未按期公示", "调价通知未送达", "按新价收费被投诉", "退差价、处罚", "客服主管", L(3, 4, 1, 4, 1, 3), "系统按送达情况自动取低价"),
        (RiskCategory.Legal, "外包人员劳动纠纷", "合同条款不清", "劳动仲裁", "赔偿、声誉受损", "人事", L(2, 4, 2, 3, 1, 3), "统一修订用工协议"),
        (RiskCategory.Data, "客户信息泄露", "手机转发工单截图", "个人信息外泄", "处罚、投诉", "管理员", L(3, 4, 2, 4, 1, 4), "电话默认脱敏，查看留痕"),
        (RiskCategory.Data, "工单数据丢失", "办公电脑损坏", "当天数据无法恢复", "无法履约举证", "管理员", L(3, 5, 1, 4, 1, 3), "每日备份并校验"),
        (RiskCategory.Reputation, "网络差评集中爆发", "回复不及时", "负面评价扩散", "订单下降", "品牌专员", L(4, 3, 3, 3, 2, 2), "差评二十四小时内回复并回访"),
    ];

    static readonly (ControlKind Kind, string Name, string What, string Owner, int Months, int[] Risks)[] Held =
    [
        (ControlKind.Preventive, "作业后检漏并拍照", "每单燃气作业后用检漏液检查接头并上传照片；抽查十单照片", "技术主管", 1, [0, 1]),
        (ControlKind.Detective, "烟道与一氧化碳检测", "使用检测仪读数并记录；核对仪器校准日期", "技术主管", 3, [1]),
        (ControlKind.Preventive, "接地电阻测量", "上门测量接地并录入；抽查十单记录", "质量专员", 3, [2]),
        (ControlKind.Detective, "返修周报", "每周列出三十天内返修；核对名单完整性", "质量专员", 1, [3, 4]),
        (ControlKind.Preventive, "派单资格校验", "系统只显示持证人员；用过期证书试派一次", "调度主管", 3, [5]),
        (ControlKind.Corrective, "跨组支援名单", "旺季按名单支援；电话核实三人可用", "调度主管", 6, [5, 6]),
        (ControlKind.Detective, "安全库存预警", "低于下限自动提醒；盘点前二十种配件", "仓库主管", 1, [7, 8]),
        (ControlKind.Preventive, "调价送达核对", "生效前核对送达名单；抽查二十户", "客服主管", 6, [9]),
        (ControlKind.Preventive, "电话脱敏", "默认显示掩码；用普通账号查看一次", "管理员", 3, [11]),
        (ControlKind.Corrective, "备份恢复演练", "恢复到空文件夹并比对数量", "管理员", 1, [12]),
        (ControlKind.Detective, "舆情每日巡查", "每日查看主要平台；抽查一天是否遗漏", "品牌专员", 3, [13]),
    ];

    static readonly (string What, int Risk)[] Incidents =
    [
        ("检漏时发现接头渗漏，当场处理后复测合格。", 0), ("用户反映使用时头晕，检测发现烟道脱落，已停用并更换。", 1), ("上门测得接地不良，告知用户停用。", 2), ("同一台热水器一周内三次报修。", 3), ("抽查发现三单未测出水温度。", 4),
        ("寒潮当天两单燃气工单超过响应时限。", 5), ("一名高级技师离职，三单复杂故障改派。", 6), ("点火器断货四天。", 7), ("新批次水阀一个月内坏了五只。", 8), ("员工在群里转发带电话的工单截图。", 11), ("短视频平台出现三条差评。", 13),
    ];

    static readonly string[] Unforeseen = ["小区停电两天，电热水器报修集中。", "道路施工导致片区当天无法上门。", "短信服务商故障，当天通知未发出。"];

    static readonly (ActionSource Source, string Problem, string[] Whys, string Measure, string Indicator)[] Troubles =
    [
        (ActionSource.Check, "电话回访中多名客户反映师傅未讲解收费明细。", ["未逐项说明", "新人不熟悉收费单", "培训没有演练环节"], "班前会演练收费讲解，组长现场抽查", "csat_top2"),
        (ActionSource.Complaint, "投诉集中在第二次上门仍未修好。", ["带件不全", "首次诊断不准", "没有按故障码准备配件"], "按故障码制定必带配件清单", "first_time_fix_rate"),
        (ActionSource.Signal, "", ["下午时段排单过密", "路程时间未计入"], "排班时计入路程时间", "on_time_arrival_rate"),
        (ActionSource.Survey, "满意度调查中“等待时间”得分偏低。", ["预约时段过宽", "改约没有及时通知"], "时段缩短为两小时，出发时自动通知", "csat_top2"),
        (ActionSource.Audit, "厂家审核发现部分工单照片缺失。", ["上传失败未补传", "网络差时无提示"], "完工前检查必拍照片", "on_time_arrival_rate"),
        (ActionSource.Risk, "控制测试发现返修周报遗漏两单。", ["按序列号匹配，缺序列号未计入"], "无序列号时按地址与产品类型匹配", "first_time_fix_rate"),
        (ActionSource.Signal, "", ["夜间值班无人接听转接", "值班表未更新"], "值班表与电话转接每日核对", "response_on_time_rate"),
    ];

    static Levels L(int il, int ic, int rl, int rc, int tl, int tc) => new(new Level(il, ic), new Level(rl, rc), new Level(tl, tc));

    public int Order => 45;

    public Task<bool> HasDataAsync(CancellationToken ct) => db.Set<RegisteredRisk>().AnyAsync(ct);

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        db.TellsNobody = true;
        var (random, start) = (new Random(plan.Seed + 45), plan.From.AddMonths(-MonthsBefore));
        var risks = Known.Select((k, i) => Register(k, start.AddDays(i * 9), random)).ToList();
        db.AddRange(risks);
        await db.SaveChangesAsync(ct); // what follows refers to them
        foreach (var risk in risks) Live(risk, plan.Until, random);
        foreach (var lastDay in KeepMonths.LastDays(start, plan.Until.AddDays(1))) db.AddRange(risks.Select(r => RiskMonth.Of(r, lastDay)).OfType<RiskMonth>());
        foreach (var (control, i) in Held.Select((h, i) => (h, i))) db.Add(Hold(control, risks, start.AddDays(i * 5), plan.Until, random));
        Happen(plan, risks, random);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        Act(start, plan.Until, random);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return 0;
    }

    DateTime At(DateOnly day) => company.CalendarAt(DateTime.UnixEpoch).StartOf(day).AddHours(10);

    RegisteredRisk Register((RiskCategory Category, string Title, string Cause, string Event, string Effect, string Owner, Levels Levels, string Treatment) known, DateOnly day, Random random)
    {
        // at first the risk is held down less than today's controls do
        var first = known.Levels with { Residual = new Level(Math.Min(known.Levels.Inherent.Likelihood, known.Levels.Residual.Likelihood + 1), known.Levels.Residual.Consequence) };
        var risk = RegisteredRisk.Register(new RiskFacts(known.Category, known.Title, known.Cause, known.Event, known.Effect, RiskResponse.Reduce, new Owner(null, known.Owner)), first, Policy, day, At(day), Officer, publicId: PublicId.Seeded(random));
        risk.Treat(known.Treatment, new Owner(null, known.Owner), day.AddDays(120 + random.Next(200)), day);
        return risk;
    }

    /// <summary>Reviews as they fall due, now and then late; once the treatment is done the rating comes down.</summary>
    void Live(RegisteredRisk risk, DateOnly until, Random random)
    {
        var goal = Known[Array.FindIndex(Known, k => k.Title == risk.Title)].Levels;
        var closes = risk.Title.StartsWith("外包人员", StringComparison.Ordinal);
        if (closes) until = until.AddMonths(-MonthsUntilClosed);
        while (risk.ReviewDue is { } due)
        {
            var day = due.AddDays(random.NextDouble() < 0.95 ? -random.Next(8) : 1 + random.Next(12));
            if (day > until) break;
            var treatment = risk.Treatments[0];
            if (treatment.DoneOn is null && treatment.Due.AddDays(-20) <= day) risk.FinishTreatment(treatment.Id, "已完成并验收", day, Officer);
            if (treatment.DoneOn is not null && risk.Residual != goal.Residual) risk.Rate(goal with { Target = risk.Target }, "措施完成，复核后下调", Policy, day, At(day), Officer);
            else if (random.NextDouble() < 0.06 && risk.Residual.IsWithin(goal.Residual) && risk.Residual.Likelihood < risk.Inherent.Likelihood) risk.Rate(risk.Levels with { Residual = risk.Residual with { Likelihood = risk.Residual.Likelihood + 1 } }, "近期事件增多，上调", Policy, day, At(day), Officer);
            risk.Review("控制措施有效，维持关注。", Policy, day, Officer);
        }
        if (closes && until > risk.RegisteredOn) risk.Close("外包合作已终止，人员全部转为正式员工。", until);
    }

    Control Hold((ControlKind Kind, string Name, string What, string Owner, int Months, int[] Risks) held, List<RegisteredRisk> risks, DateOnly day, DateOnly until, Random random)
    {
        var control = Control.Introduce(held.Kind, held.Name, held.What, new Owner(null, held.Owner), held.Months, [.. held.Risks.Select(i => risks[i].Id)], day, At(day), PublicId.Seeded(random));
        while (control.TestDue is { } due)
        {
            var tested = due.AddDays(random.NextDouble() < 0.95 ? -random.Next(7) : 1 + random.Next(9));
            if (tested > until) break;
            var result = random.NextDouble() switch { < 0.9 => ControlTestResult.Works, < 0.97 => ControlTestResult.Partly, _ => ControlTestResult.Fails };
            control.Test(result, result == ControlTestResult.Works ? null : "抽查中有两单未执行，已要求整改。", tested, Officer);
        }
        return control;
    }

    void Happen(DemoPlan plan, List<RegisteredRisk> risks, Random random)
    {
        for (var day = plan.From.AddDays(random.Next(9)); day <= plan.Until; day = day.AddDays(9 + random.Next(22)))
        {
            var unforeseen = random.NextDouble() < 0.15;
            var (what, index) = Incidents[random.Next(Incidents.Length)];
            var happened = RiskEvent.Happened($"demo:{day:yyyyMMdd}", RiskEventSource.Reported, unforeseen ? Unforeseen[random.Next(Unforeseen.Length)] : what, At(day), day, At(day).AddHours(1), Manager, publicId: PublicId.Seeded(random));
            db.Add(happened);
            if (day.AddDays(4) <= plan.Until) happened.Assess(unforeseen ? [] : [risks[index].Id], unforeseen, unforeseen ? "登记册中没有相应风险，建议补充。" : "属已登记风险，控制措施有效限制了后果。", day.AddDays(1 + random.Next(3)), Officer);
        }
    }

    void Act(DateOnly start, DateOnly until, Random random)
    {
        var n = 0;
        for (var day = start.AddDays(3); day <= until; day = day.AddDays(7 + random.Next(9)))
        {
            var trouble = Troubles[n % Troubles.Length];
            var isSignal = trouble.Source == ActionSource.Signal;
            var trigger = new Trigger($"demo:{n++}:{day:yyyyMMdd}", trouble.Source, null, isSignal ? day.AddMonths(-1).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture) : null, isSignal ? $"/Reporting/Dashboards/Explorer?indicator={trouble.Indicator}&by=month" : null);
            string[] args = [$"Indicators.{trouble.Indicator}.Name", trigger.AboutLabel ?? "", "Actions.Rule.nine_on_one_side", "0.81", "0.88", "0.79", "0.97"];
            var action = CorrectiveAction.Open(trigger, isSignal ? "Actions.SignalProblem" : trouble.Problem, isSignal ? string.Join('\u001f', args) : null, ActionRules, day, At(day), isSignal ? Actor.System : Officer, publicId: PublicId.Seeded(random));
            db.Add(action);
            var from = day;
            for (var round = 0; round < 3 && Try(action, trouble, ref from, until, random); round++)
            {
            }
        }
    }

    /// <returns>True when it was not effective, so that another round follows.</returns>
    bool Try(CorrectiveAction action, (ActionSource Source, string Problem, string[] Whys, string Measure, string Indicator) trouble, ref DateOnly day, DateOnly until, Random random)
    {
        if ((day = day.AddDays(1 + random.Next(6))) > until) return false;
        if (action.Rounds.Count == 0) action.Contain("先由组长逐单复核。", At(day), Officer);
        action.Analyse(trouble.Whys, At(day), Officer);
        var (agreed, due) = (day, day.AddDays(14 + random.Next(18)));
        action.Agree(trouble.Measure, new Owner(null, "服务经理"), due, new Expectation(trouble.Indicator, null, null, true, null), agreed, At(agreed), Officer);
        day = due.AddDays(random.NextDouble() < 0.92 ? -random.Next(9) : 1 + random.Next(12));
        if (day > until) return false;
        action.Finish("已执行两周，记录见班前会签到表。", ActionRules, day, At(day), Officer);
        if ((day = action.Round!.VerifyOn!.Value.AddDays(random.Next(4))) > until) return false; // the warehouse says it afterwards
        double before = 240 + random.Next(160), after = 170 + random.Next(120), share = 0.78 + (random.NextDouble() * 0.06), better = random.NextDouble() < 0.85 ? share + 0.12 : share;
        var result = EffectTest.TwoProportions(Math.Round(before * share), before, Math.Round(after * better), after, true, ActionRules);
        action.Verify(result, 0, ActionRules, day, At(day));
        return result.Verdict == EffectVerdict.NotEffective;
    }
}
