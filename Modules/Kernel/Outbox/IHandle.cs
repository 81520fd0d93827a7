using AfterSales.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Kernel.Outbox;

/// <summary>
/// Reacts to another module's event. Work on the context given at registration: what you change there is saved together with the note that
/// the message was handled, so each message takes effect once.
/// </summary>
public interface IHandle<in TEvent>
{
    Task HandleAsync(TEvent @event, CancellationToken ct);
}

public sealed record HandlerRegistration(Type EventType, Type HandlerType, Type ContextType, Func<object, object, CancellationToken, Task> Invoke)
{
    public string Name => HandlerType.FullName!;
}

public static class HandlerRegistrations
{
    public static IServiceCollection AddHandler<TEvent, THandler, TContext>(this IServiceCollection services)
        where THandler : class, IHandle<TEvent> where TContext : ModuleDbContext => services
        .AddScoped<THandler>()
        .AddSingleton(new HandlerRegistration(typeof(TEvent), typeof(THandler), typeof(TContext),
            (handler, @event, ct) => ((THandler)handler).HandleAsync((TEvent)@event, ct)));
}
