namespace Matinee.Local.CosmosGateway.Journal;

/// <summary>Brings a journal to disk for all who wait, one flush for as many writers as came during the one before.</summary>
/// <param name="flush">Brings everything written so far to disk; called by one thread at a time.</param>
/// <param name="mode">Whether acknowledging waits for the disk.</param>
sealed class GroupCommit(Action flush, CommitMode mode)
{
    readonly Lock _gate = new();
    TaskCompletionSource _running = Round();
    TaskCompletionSource _next = Round();
    Task _loop = Task.CompletedTask;
    bool _isRunning;
    long _target;
    long _targetTo;
    long _written;
    long _writtenTo;
    long _durable;
    long _durableTo;
    Exception? _failure;

    /// <summary>The file position up to which everything is known to be on disk.</summary>
    public long DurableTo
    {
        get
        {
            lock (_gate) return _durableTo;
        }
    }

    /// <summary>Refuses to go on where an earlier flush has failed: what is on disk is then unknown.</summary>
    public void ThrowIfBroken()
    {
        lock (_gate)
        {
            if (_failure is not null) throw Broken(_failure);
        }
    }

    /// <summary>Notes that changes up to an LSN are in the file, which now ends at a position.</summary>
    public void Written(long lsn, long position)
    {
        lock (_gate)
        {
            (_written, _writtenTo) = (lsn, position);
            if (mode == CommitMode.Import) Start();
        }
    }

    /// <summary>Notes that everything up to an LSN is on disk, by another way (opening, compaction).</summary>
    public void AllDurable(long lsn, long position)
    {
        lock (_gate)
        {
            (_written, _writtenTo) = (lsn, position);
            (_durable, _durableTo) = (lsn, position);
        }
    }

    /// <summary>Notes that what is on disk is unknown from now on: all further writes are refused.</summary>
    public void Break(Exception cause)
    {
        lock (_gate) _failure = cause;
    }

    /// <summary>Completes when the change with this LSN, and all before it, can't be lost any more.</summary>
    public Task WhenDurable(long lsn)
    {
        lock (_gate)
        {
            if (_failure is not null) return Task.FromException(Broken(_failure));
            if (lsn <= _durable || mode == CommitMode.Import) return Task.CompletedTask;
            if (_isRunning) return lsn <= _target ? _running.Task : _next.Task;
            var mine = _next;
            Start();
            return mine.Task;
        }
    }

    /// <summary>Returns when nothing is being flushed; nobody may write any more.</summary>
    public void Drain()
    {
        Task loop;
        lock (_gate) loop = _loop;
        loop.Wait();
    }

    void Start()
    {
        if (_isRunning || _failure is not null) return;
        _isRunning = true;
        BeginRound();
        _loop = Task.Run(Run);
    }

    // Who asks from now on for more than this target waits for the next round: its flush may come too early for them.
    void BeginRound() => (_running, _next, _target, _targetTo) = (_next, Round(), _written, _writtenTo);

    void Run()
    {
        bool again;
        do
        {
            Exception? failure = null;
            try
            {
                flush();
            }
            catch (Exception error)
            {
                failure = error;
            }

            again = Finish(failure);
        } while (again);
    }

    /// <summary>Wakes who waited; true when more was written meanwhile.</summary>
    bool Finish(Exception? failure)
    {
        TaskCompletionSource done, next;
        bool again;
        lock (_gate)
        {
            (done, next) = (_running, _next);
            _failure ??= failure;
            if (failure is null && _target > _durable) (_durable, _durableTo) = (_target, _targetTo);
            again = failure is null && _written > _target;
            if (again) BeginRound();
            else _isRunning = false;
        }

        if (failure is null)
        {
            done.SetResult();
        }
        else
        {
            done.SetException(Broken(failure));
            next.SetException(Broken(failure));
            // Whoever waits learns of it; where nobody does, the next writer will.
            _ = done.Task.Exception;
            _ = next.Task.Exception;
        }

        return again;
    }

    static TaskCompletionSource Round() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    static GatewayException Broken(Exception cause) =>
        new($"The journal could not be brought to disk ({cause.Message}). What was not acknowledged may be lost; free the disk and start again.", cause);
}
