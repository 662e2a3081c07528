namespace Matinee.Infra.Tests.Reading;

/// <summary>A Bicep or YAML file is not what it should be.</summary>
sealed class BicepException(string message) : Exception(message);
