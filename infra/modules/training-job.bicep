// `matinee train` as a Container Apps job, for ratings that one function has too little time or memory for. Off unless asked for.
// It takes the same lease in the blobs as the function, so the two never train at once.

@minLength(2)
@maxLength(32)
param name string
param environmentName string

@minLength(5)
@maxLength(50)
param registryName string
param location string
param tags object
param identityId string
param identityClientId string
param identityPrincipalId string
param workspaceId string

@description('The image of functions/Local in the registry below; empty: the registry alone, so that there is somewhere to push it to.')
param image string

@description('When it runs: five fields, UTC. Not six, as the function\'s timer has.')
param schedule string

@description('Cores, and twice as many gigabytes of memory.')
@allowed([1, 2, 4])
param cores int
param cosmosEndpoint string
param blobEndpoint string

@description('Which models compete; empty: those that the code says.')
param candidates string

@description('How many minutes the candidates of each goal have.')
param budgetMinutes int

@description('After how many days a model in service gives way to one that is no worse.')
param freshDays int

@description('The subnet it runs in; empty: none.')
param subnetId string

// AcrPull: to fetch images.
var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: registryName
  location: location
  tags: tags
  sku: { name: 'Basic' }
  properties: { adminUserEnabled: false }
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identityPrincipalId, acrPull)
  scope: registry
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: environmentName
  location: location
  tags: tags
  properties: {
    // By diagnostic settings: the other way to the workspace takes its key.
    appLogsConfiguration: { destination: 'azure-monitor' }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    vnetConfiguration: empty(subnetId) ? null : { infrastructureSubnetId: subnetId, internal: true }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: environment
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'ContainerAppConsoleLogs', enabled: true }]
  }
}

resource job 'Microsoft.App/jobs@2024-03-01' = if (!empty(image)) {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Schedule'
      scheduleTriggerConfig: { cronExpression: schedule, parallelism: 1, replicaCompletionCount: 1 }
      // Six hours; a run that breaks off changes nothing in service.
      replicaTimeout: 21600
      replicaRetryLimit: 1
      registries: [{ server: registry.properties.loginServer, identity: identityId }]
    }
    template: {
      containers: [
        {
          name: 'train'
          image: image
          args: ['train', '--cosmos', cosmosEndpoint, '--storage', blobEndpoint]
          env: [
            { name: 'AZURE_CLIENT_ID', value: identityClientId }
            { name: 'TRAINING_CANDIDATES', value: candidates }
            { name: 'TRAINING_BUDGET_MINUTES', value: string(budgetMinutes) }
            { name: 'TRAINING_FRESH_DAYS', value: string(freshDays) }
          ]
          resources: { cpu: cores, memory: '${cores * 2}Gi' }
        }
      ]
    }
  }
  dependsOn: [pull]
}

output registry string = registry.properties.loginServer
