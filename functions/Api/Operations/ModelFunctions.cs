using Matinee.Api.Http;
using Matinee.Core.Operations;
using Matinee.Core.Problems;
using Matinee.Core.Training;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Operations;

/// <summary>Models by hand, for operators.</summary>
public sealed class ModelFunctions(OperateModels models, BackgroundRetraining retraining)
{
    const string RunRoute = "v1/operations/runs/";

    /// <summary>Begins to retrain.</summary>
    /// <remarks>The answer comes at once; Location says where to see what becomes of it. One at a time: 409 while another one goes on.</remarks>
    [Function("Retrain"), Access(Access.Operator), Query<RetrainQuery>, Fails(ProblemCode.Conflict)]
    public async Task<Accepted<RunAnswer>> Retrain(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/operations/retrain")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<RetrainQuery>();
        var run = await retraining.StartAsync(query.Force, cancellation);
        return TypedResults.Accepted($"/api/{RunRoute}{run.Id}", RunAnswer.Of(run));
    }

    /// <summary>One retraining, while it goes on and afterwards.</summary>
    [Function("GetRun"), Access(Access.Operator), Fails(ProblemCode.RunNotFound)]
    public async Task<Ok<RunAnswer>> GetRun(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = RunRoute + "{runId}")] HttpRequest request, string runId, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        return TypedResults.Ok(RunAnswer.Of(await models.RunAsync(runId, cancellation)));
    }

    /// <summary>All versions with what was measured, which one is in service and which were, and the latest retrainings.</summary>
    [Function("GetModels"), Access(Access.Operator)]
    public async Task<Ok<ModelsAnswer>> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/operations/models")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        return TypedResults.Ok(ModelsAnswer.Of(await models.LookAsync(cancellation)));
    }

    /// <summary>Puts another version into service.</summary>
    /// <remarks>Instances take it over within a minute.</remarks>
    [Function("ChangeModel"), Access(Access.Operator), Body<ModelChange>, Fails(ProblemCode.InvalidValue, ProblemCode.ModelNotFound, ProblemCode.Conflict)]
    public async Task<Ok<ModelsAnswer>> Change(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/operations/models")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var change = await request.BodyAsync<ModelChange>(cancellation);
        var problem = (change.Action, change.Version) switch
        {
            (ModelAction.Promote, null) => "say which one to promote",
            (ModelAction.Rollback, not null) => "a roll-back goes to the one before; leave the version out",
            _ => null,
        };
        if (problem is not null) throw ProblemException.InvalidValue("version", problem);
        await models.ChangeAsync(change.Version, cancellation);
        return TypedResults.Ok(ModelsAnswer.Of(await models.LookAsync(cancellation)));
    }
}
