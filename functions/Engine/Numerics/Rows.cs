using Matinee.Engine.Training;

namespace Matinee.Engine.Numerics;

/// <summary>Work over rows on several threads whose result does not depend on the threads.</summary>
static class Rows
{
    const int Chunk = 16;

    /// <summary>
    /// Runs the body once for every row; rows must not write what other rows read. Each thread has a scratch of its own,
    /// which must not carry anything from row to row. After a failure no further chunk of rows is begun. A thread takes
    /// <paramref name="chunk"/> rows at a time: 1 where rows are heavy.
    /// </summary>
    public static void ForEach<TScratch>(int count, TrainingRun run, Func<TScratch> scratch, Action<int, TScratch> body, int chunk = Chunk)
    {
        var next = 0;
        Parallel(Math.Min(run.Threads, (count + chunk - 1) / chunk), () =>
        {
            try
            {
                var own = scratch();
                while (true)
                {
                    run.Cancellation.ThrowIfCancellationRequested();
                    var start = Interlocked.Add(ref next, chunk) - chunk;
                    if (start >= count) return;
                    for (var row = start; row < Math.Min(start + chunk, count); row++) body(row, own);
                }
            }
            catch
            {
                Interlocked.Exchange(ref next, count);
                throw;
            }
        });
    }

    /// <summary>Runs one body on each of several threads and waits for all; the first failure is thrown as it is.</summary>
    static void Parallel(int threads, Action body)
    {
        if (threads <= 1)
        {
            body();
            return;
        }

        var others = new Task[threads - 1];
        for (var i = 0; i < others.Length; i++)
            others[i] = Task.Factory.StartNew(body, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            body();
        }
        finally
        {
            // Nobody may still write into the model when the caller sees the failure.
            Task.WaitAll(others.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)).ToArray());
        }

        foreach (var task in others) task.GetAwaiter().GetResult();
    }
}
