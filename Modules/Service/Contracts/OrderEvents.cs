namespace AfterSales.Service.Contracts;

/// <summary>A service order was completed: the customer may be asked how it went.</summary>
/// <param name="OrderId">Public id of the order.</param>
/// <param name="Number">The number people use.</param>
/// <param name="CustomerId">Public id of the customer, or null when unknown.</param>
/// <param name="Kind">Code of the order kind.</param>
/// <param name="CompletedAt">UTC.</param>
public sealed record OrderCompleted(Guid OrderId, string Number, Guid? CustomerId, string Kind, DateTime CompletedAt);

/// <summary>A service request was taken. History (imports, the demo company) tells nobody.</summary>
/// <param name="Kind">Code of the order kind.</param>
/// <param name="Channel">Code of the channel.</param>
/// <param name="ReceivedAt">UTC.</param>
public sealed record OrderReceived(Guid OrderId, string Number, string Kind, string Channel, DateTime ReceivedAt);

/// <summary>The books on an order were closed.</summary>
/// <param name="ClosedAt">UTC.</param>
public sealed record OrderClosed(Guid OrderId, string Number, DateTime ClosedAt);

/// <summary>An order ended before completion.</summary>
/// <param name="Reason">Code of the reason.</param>
/// <param name="CancelledAt">UTC.</param>
public sealed record OrderCancelled(Guid OrderId, string Number, string Reason, DateTime CancelledAt);

/// <summary>A batch of historical orders was imported. Nobody is to be notified of single orders.</summary>
/// <param name="Accepted">Orders that went in.</param>
/// <param name="ImportedAt">UTC.</param>
public sealed record OrdersImported(int Accepted, DateTime ImportedAt);

/// <summary>A clock of an order ran out while the order was open.</summary>
/// <param name="Clock">response or handling.</param>
public sealed record ClockBreached(Guid OrderId, string Number, string Clock, DateTime Due);

/// <summary>Regular work on an appliance is due and its customer is asked when somebody may come.</summary>
/// <param name="Token">Words of the link; only their hash is kept.</param>
public sealed record MaintenanceOffered(Guid ProposalId, string Token);

/// <summary>A part that an order waits for is there.</summary>
/// <param name="RequestId">Public id of the request.</param>
public sealed record PartArrived(Guid RequestId, string OrderNumber, string Part);

/// <summary>An appliance must not be used any more and was not handed back working: a hazard event for the risk register.</summary>
/// <param name="VisitId">Public id of the visit that found it.</param>
/// <param name="Hazard">What the customer was told in writing.</param>
/// <param name="NoticeRefused">The customer did not sign the notice; the refusal is photographed.</param>
public sealed record ApplianceCondemned(Guid OrderId, string Number, Guid VisitId, string Hazard, bool NoticeRefused, DateTime At);
