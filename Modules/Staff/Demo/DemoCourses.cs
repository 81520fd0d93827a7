using AfterSales.Kernel.Composition;
using AfterSales.Staff.Training;

namespace AfterSales.Staff.Demo;

/// <summary>What the demo company teaches.</summary>
internal static class DemoCourses
{
    public static readonly string[] Gas = ["gas_instantaneous", "gas_storage"], Electric = ["electric_storage", "electric_instantaneous", "heat_pump", "solar"];

    static readonly Marks Both = new() { TheoryMax = 100, TheoryPass = 80, PracticalMax = 100, PracticalPass = 80 }, Theory = new() { TheoryMax = 100, TheoryPass = 80 };

    /// <param name="Roles">Roles that must have it.</param>
    /// <param name="Repeat">Months after which again.</param>
    public sealed record Plan(string Code, CourseFacts Facts, string[] Roles, int? Repeat, (string Text, int Points, bool Critical)[] Skills, (string Text, string Choices)[] Questions);

    public static readonly IReadOnlyList<Plan> All =
    [
        new("GAS", new("燃气热水器检修", "燃烧系统、点火与熄火保护、烟道、气密性检测", CourseContent.Practical, CourseMethod.Classroom, 8, Both, AttemptRule.Best, null, 30, "first_time_fix_rate", "燃气热水器上岗证", "中级", 24, Gas), [Roles.Technician], 24,
            [("关闭燃气阀并通风", 20, true), ("测量气压并记录", 20, false), ("更换点火电极", 20, false), ("气密性检测合格", 30, true), ("清理现场并讲解", 10, false)],
            [
                ("闻到燃气味时首先应做什么？", "*关闭燃气阀、开窗通风\n打开排气扇\n用手机在室内报修\n点火查看"), ("家用天然气额定供气压力约为多少？", "*2000 Pa\n200 Pa\n20000 Pa\n2 Pa"), ("熄火保护装置的作用是什么？", "*火焰熄灭时切断燃气\n调节水温\n增大火力\n降低噪声"),
                ("烟道堵塞最直接的危险是什么？", "*一氧化碳中毒\n水压过低\n漏电\n结垢"), ("气密性检测应使用什么？", "*检漏液或检漏仪\n打火机\n手感\n听声音"), ("更换燃气部件后必须做什么？", "*气密性检测\n更换水管\n调高水温\n加装减压阀"), ("零冷水机型循环泵不转，先查什么？", "*电源与控制信号\n燃气种类\n烟管长度\n花洒"), ("冬季长期停用应如何处理？", "*排空存水防冻\n保持点火\n调低水温\n关闭烟道"),
            ]),
        new("ELEC", new("电热水器与热泵检修", "漏电保护、加热管、镁棒、热泵制冷回路", CourseContent.Practical, CourseMethod.Classroom, 8, Both, AttemptRule.Best, null, 30, "repeat_repair_rate", "电热水器上岗证", "中级", 24, Electric), [Roles.Technician], 24,
            [("断电并验电", 30, true), ("检测绝缘电阻", 20, true), ("更换加热管", 30, false), ("通水通电试机", 20, false)],
            [
                ("检修前验电的目的是什么？", "*确认无电\n检查水温\n检查水压\n测噪声"), ("镁棒的作用是什么？", "*保护内胆不被腐蚀\n加热\n过滤\n减压"), ("内胆渗漏应如何处理？", "*更换内胆或整机\n涂胶\n缠胶带\n降低水压继续用"), ("干烧保护动作的常见原因是？", "*内胆无水或水位不足\n水温过低\n水压过高\n接地良好"), ("漏电保护器每月应做什么？", "*按试验按钮\n更换\n短接\n清洗"), ("热泵蒸发器结霜过厚先查什么？", "*除霜与风机\n镁棒\n烟道\n燃气阀"),
            ]),
        new("SAFE", new("安全生产年度培训", "燃气、用电、登高、交通与应急", CourseContent.Safety, CourseMethod.Classroom, 4, Theory, AttemptRule.Last, null, 20, null, null, null, null, []), [Roles.Technician, Roles.Dispatcher, Roles.QualityOfficer], 12, [],
            [
                ("上门发现一氧化碳超标，首先？", "*停用设备、通风、疏散\n继续维修\n拍照后离开\n通知邻居"), ("登高作业必须？", "*系安全带、有人监护\n单人作业\n穿拖鞋\n雨天进行"), ("触电急救第一步是？", "*切断电源\n拉开伤者\n泼水\n拨打客服"), ("判废设备能否交还使用？", "*不能，须签安全隐患告知单\n可以\n客户坚持就可以\n口头告知即可"), ("驾车途中接单应？", "*停车后操作\n边开边接\n让客户等\n关机"), ("应急电话应记录在？", "*工单与随身卡\n手机相册\n脑子里\n墙上"),
            ]),
        new("MANNER", new("服务礼仪与沟通", "上门礼仪、收费说明、投诉预防", CourseContent.Manner, CourseMethod.Classroom, 4, Theory, AttemptRule.Best, null, 20, "csat_top2", null, null, null, []), [Roles.Technician, Roles.Dispatcher], null, [],
            [
                ("进门前应做什么？", "*出示工牌、穿鞋套\n直接进入\n先收费\n先打电话"), ("收费前应？", "*逐项说明并请客户确认\n直接报总价\n修完再说\n不说明"), ("客户抱怨时首先？", "*倾听并致歉\n解释原因\n推给厂家\n离开"), ("迟到应如何处理？", "*提前联系说明并致歉\n到了再说\n改天\n不用说明"), ("完工后应？", "*讲解使用并清理现场\n直接离开\n只留电话\n让客户打扫"),
            ]),
        new("IGN", new("点火故障专项", "E1 意外熄火、E0 点火失败的判断与处理", CourseContent.Practical, CourseMethod.OnTheJob, 4, new Marks { PracticalMax = 100, PracticalPass = 80 }, AttemptRule.Best, null, 20, null, null, null, null, []), [Roles.Technician], null,
            [("读取故障码并复现", 20, false), ("关阀断电", 30, true), ("检测点火电极间隙", 30, false), ("复测三次点火", 20, false)], []),
        new("FEE", new("收费单与签字规范", "报价、收费单、签字与退款", CourseContent.Theory, CourseMethod.Online, 2, Theory, AttemptRule.Best, null, 15, null, null, null, null, []), [Roles.Technician, Roles.Cashier], null, [],
            [("保内工单收费单金额为？", "*0.00，并写明依据\n原价\n半价\n不开单"), ("客户拒签时？", "*记录原因\n代签\n不记录\n作废"), ("超出报价时？", "*须客户再次确认\n直接收取\n先收后补\n找零"), ("退款应退到？", "*原支付渠道\n现金\n师傅个人\n储值")]),
        new("SYS", new("手机端与系统操作", "我的一天、上门、离线与照片", CourseContent.Theory, CourseMethod.SelfStudy, 2, new Marks(), AttemptRule.Last, null, 15, null, null, null, null, []), [Roles.Technician], null, [], []),
    ];
}
