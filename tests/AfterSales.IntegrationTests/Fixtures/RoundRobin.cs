using System.Net;
using System.Net.Sockets;

namespace AfterSales.IntegrationTests.Fixtures;

/// <summary>What stands before several hosts: each connection goes to the next of them, and one that does not answer is passed over.</summary>
public sealed class RoundRobin : IAsyncDisposable
{
    readonly TcpListener _door = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _ending = new();
    readonly Uri[] _hosts;
    readonly int[] _served;
    readonly Task _accepting;
    int _next = -1;

    public RoundRobin(params Uri[] hosts)
    {
        (_hosts, _served) = (hosts, new int[hosts.Length]);
        _door.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_door.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Connections that each host got.</summary>
    public IReadOnlyList<int> Served => _served;

    async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _door.AcceptTcpClientAsync(_ending.Token);
            _ = PassAsync(client);
        }
    }

    async Task PassAsync(TcpClient client)
    {
        using (client)
        using (var host = await ConnectAsync())
        {
            var (near, far) = (client.GetStream(), host.GetStream());
            await Task.WhenAny(near.CopyToAsync(far, _ending.Token), far.CopyToAsync(near, _ending.Token));
        }
    }

    async Task<TcpClient> ConnectAsync()
    {
        for (var tries = 0; ; tries++)
        {
            var i = Interlocked.Increment(ref _next) % _hosts.Length;
            var host = new TcpClient();
            try
            {
                await host.ConnectAsync(_hosts[i].Host, _hosts[i].Port, _ending.Token);
                Interlocked.Increment(ref _served[i]);
                return host;
            }
            catch (SocketException) when (tries < _hosts.Length)
            {
                host.Dispose();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _door.Dispose();
        _ending.Dispose();
    }
}
