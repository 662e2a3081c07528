using System.Security.Cryptography;
using Matinee.Core.Stores;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

/// <summary>Repeats what may go better the next time, until the deadline; each wait is twice as long as the last, times chance.</summary>
sealed class StoreRetry(TimeSpan deadline, TimeProvider clock, Func<double>? chance = null)
{
    static readonly TimeSpan s_firstWait = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(2);

    // Callers that failed together must not come back together; nothing that is computed depends on it.
    readonly Func<double> _chance = chance ?? (static () => RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20));

    /// <exception cref="StoreUnavailableException">It did not work in time.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        using var timer = new CancellationTokenSource(deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timer.Token);
        for (var tries = 0; ; tries++)
        {
            Exception error;
            TimeSpan? hint = null;
            try
            {
                return await attempt(either.Token).ConfigureAwait(false);
            }
            catch (TransientException transient)
            {
                (error, hint) = (transient, transient.RetryAfter);
            }
            catch (CosmosException cosmos) when (StoreAnswers.IsTransient(cosmos.StatusCode))
            {
                (error, hint) = (cosmos, cosmos.RetryAfter);
            }
            catch (CosmosException cosmos)
            {
                throw StoreAnswers.ErrorOf(cosmos.StatusCode, cosmos.Message, null, cosmos);
            }
            catch (HttpRequestException http)
            {
                error = http;
            }
            catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
            {
                throw new StoreUnavailableException($"The store gave no answer within {deadline.TotalSeconds:0.#} s.", s_longestWait, late);
            }

            var wait = WaitAfter(tries, hint);
            if (clock.GetElapsedTime(start) + wait >= deadline)
                throw new StoreUnavailableException($"The store is overloaded or out of reach ({error.Message.Split('\n', 2)[0]})", wait, error);
            await Task.Delay(wait, clock, cancellation).ConfigureAwait(false);
        }
    }

    TimeSpan WaitAfter(int tries, TimeSpan? hint)
    {
        var most = Math.Min(s_longestWait.Ticks, s_firstWait.Ticks << Math.Min(tries, 10));
        // Never before the store's own word, and some time after it.
        return (hint ?? TimeSpan.Zero) + new TimeSpan((long)(most * (0.5 + 0.5 * _chance())));
    }
}
