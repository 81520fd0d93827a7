namespace AfterSales.Service.Requests;

/// <summary>States of a service order. Each transition is one method of <see cref="ServiceOrder"/>; there is no other way.</summary>
internal enum OrderStatus { Received, Responded, Scheduled, EnRoute, OnSite, Completed, Closed, Cancelled }

internal enum OrderKind { Repair, Maintenance, Troubleshooting, TechnicalSupport, Enquiry, Installation, Removal, Other }

internal enum OrderChannel { Phone, Web, Wechat, Email, WalkIn, Dealer, Other }

internal enum Complexity { General, Complex }

/// <summary>What a visit ended with. Only <see cref="Fixed"/> claims that the appliance works as it left the factory.</summary>
internal enum VisitOutcome { Fixed, NoFault, Declined, Condemned, SafetyStop, Exchange, PartNeeded, NobodyHome }

internal enum ClockKind { Response, Handling }
