using Matinee.Infra.Tests.Rules;

namespace Matinee.Infra.Tests;

public sealed class SettingsTests
{
    const string Feed = "functions/Api/Ratings/RatingsFeedFunctions.cs";
    const string Timer = "functions/Api/Training/RetrainFunctions.cs";

    [Fact]
    public void Settings_AsTheyAre_AreThoseOfTheCode() => Assert.Empty(Settings.Problems(Repository.AsItIs));

    [Theory]
    [InlineData("infra/main.bicep", "      TRAINING_CANDIDATES: trainingCandidates\n", "", "the code reads TRAINING_CANDIDATES, which is not set")]
    [InlineData("infra/main.bicep", "      STORAGE_CONTAINER: storage.outputs.dataContainerName\n", "", "the code reads STORAGE_CONTAINER, which is not set")]
    [InlineData("infra/main.bicep", "      TRAINING_CANDIDATES: trainingCandidates\n", "      TRAINING_CANDIDATES: trainingCandidates\n      OLD_SETTING: 'x'\n", "OLD_SETTING is set, and nothing reads it")]
    [InlineData("infra/main.bicep", "COSMOS_CONNECTION__clientId:", "COSMOS_CONNECTION__client:", "COSMOS_CONNECTION__client is set, and nothing reads it")]
    [InlineData("functions/Core/Training/CandidateOptions.cs", "\"TRAINING_CANDIDATES\"", "\"TRAINING_MODELS\"", "the code reads TRAINING_MODELS, which is not set")]
    [InlineData("infra/modules/training-job.bicep", "name: 'TRAINING_CANDIDATES'", "name: 'TRAINING_MODELS'", "the training job sets TRAINING_MODELS")]
    [InlineData("local.settings.sample.json", "\"TRAINING_SCHEDULE\"", "\"TRAINING_TIME\"", "nothing reads TRAINING_TIME")]
    [InlineData("local.settings.sample.json", "\"TRAINING_SCHEDULE\"", "\"TRAINING_TIME\"", "TRAINING_SCHEDULE is missing")]
    [InlineData("local.settings.sample.json", "\"IsEncrypted\": false", "\"IsEncrypted\": \"false\"", "IsEncrypted must be false")]
    [InlineData("local.settings.sample.json", null, "", "local.settings.sample.json is not there")]
    public void Settings_Spoilt_AreFound(string path, string? old, string replacement, string says) =>
        new Spoilt(path, old, replacement, says).MustBeFoundBy(Settings.Problems);

    [Fact]
    public void Triggers_AsTheyAre_HaveAllTheyName() => Assert.Empty(Triggers.Problems(Repository.AsItIs));

    [Theory]
    [InlineData("infra/main.bicep", "      TRAINING_SCHEDULE: trainingSchedule\n", "", "a trigger needs TRAINING_SCHEDULE")]
    [InlineData("infra/main.bicep", "      COSMOS_CONNECTION__credential: 'managedidentity'\n", "", "has no credential")]
    [InlineData("infra/modules/cosmos.bicep", "name: 'leases'", "name: 'lease'", "the leases' container is not declared")]
    [InlineData("infra/modules/cosmos.bicep", "name: 'ratings'", "name: 'rating'", "feed 1 watches is not declared")]
    [InlineData(Feed, "StartFromBeginning = true", "CreateLeaseContainerIfNotExists = true", "may create no container")]
    [InlineData(Feed, "StartFromBeginning = true", "CreateLeaseContainerIfNotExists = true", "does not start from the beginning")]
    [InlineData(Feed, "LeaseContainerPrefix = \"ratings-feed\",", "", "no prefix of their own")]
    [InlineData(Timer, "RunOnStartup = false", "RunOnStartup = true", "whenever an instance starts")]
    [InlineData(Timer, "[TimerTrigger(", "[Trigger(", "has no timer")]
    public void Triggers_Spoilt_AreFound(string path, string old, string replacement, string says) =>
        new Spoilt(path, old, replacement, says).MustBeFoundBy(Triggers.Problems);
}
