using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;

namespace Matinee.Benchmarks.Load;

/// <summary>One connection kept open, one request after the other: as little work as a client can have, for it shares the machine with the host.</summary>
sealed class LoadConnection(Uri host, IReadOnlyList<byte[]> requests, int first) : IDisposable
{
    const int BufferBytes = 1 << 18;

    readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] _buffer = new byte[BufferBytes];

    /// <summary>How long each request took, in ticks of the stopwatch.</summary>
    public List<long> Ticks { get; } = new(1 << 16);

    /// <summary>How many answers had each status.</summary>
    public Dictionary<int, int> Statuses { get; } = [];

    /// <summary>Asks until a time; what is asked before another time warms up and is not counted.</summary>
    public async Task RunAsync(long countFrom, long end)
    {
        await ConnectAsync();
        for (var next = first; ; next++)
        {
            var start = Stopwatch.GetTimestamp();
            if (start >= end) return;
            var status = await AskAsync(requests[next % requests.Count]);
            if (start < countFrom) continue;
            Ticks.Add(Stopwatch.GetTimestamp() - start);
            Statuses[status] = Statuses.GetValueOrDefault(status) + 1;
        }
    }

    public ValueTask ConnectAsync() => _socket.ConnectAsync(host.Host, host.Port, CancellationToken.None);

    /// <summary>Sends one request and gives the status of its answer.</summary>
    public async ValueTask<int> AskAsync(byte[] request)
    {
        await _socket.SendAsync(request);
        return await ReadAsync();
    }

    public void Dispose() => _socket.Dispose();

    async ValueTask<int> ReadAsync()
    {
        var (filled, body) = (0, -1);
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled));
            if (read == 0) throw new InvalidDataException("The host has closed the connection in the middle of an answer.");
            filled += read;
            if (body < 0) body = BodyOf(_buffer.AsSpan(0, filled));
            if (body >= 0 && IsWhole(_buffer.AsSpan(0, filled), body)) return StatusOf(_buffer);
            if (filled == _buffer.Length) throw new InvalidDataException($"An answer has more than {BufferBytes} bytes.");
        }
    }

    static int BodyOf(ReadOnlySpan<byte> answer) => answer.IndexOf("\r\n\r\n"u8) is >= 0 and var end ? end + 4 : -1;

    static int StatusOf(ReadOnlySpan<byte> answer) => Utf8Parser.TryParse(answer[9..], out int status, out _) ? status : 0;

    static bool IsWhole(ReadOnlySpan<byte> answer, int body)
    {
        var headers = answer[..body];
        if (StatusOf(answer) is 204 or 304) return true;
        var length = headers.IndexOf("Content-Length: "u8);
        if (length >= 0) return Utf8Parser.TryParse(headers[(length + 16)..], out int bytes, out _) && answer.Length >= body + bytes;
        return answer.EndsWith("0\r\n\r\n"u8);
    }
}
