// Matinee on Azure: everything in one resource group, without a key or password anywhere.
targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('The name of the environment; every resource\'s name is derived from it.')
param environmentName string

@description('Where everything but the site is: a region that has Flex Consumption.')
@allowed(['australiaeast', 'centralindia', 'centralus', 'eastasia', 'eastus', 'eastus2', 'francecentral', 'germanywestcentral', 'northcentralus', 'northeurope', 'southcentralus', 'southeastasia', 'swedencentral', 'uksouth', 'westcentralus', 'westeurope', 'westus2'])
@metadata({ azd: { type: 'location' } })
param location string

@description('Where the site is administered; its files are served from everywhere.')
@allowed(['centralus', 'eastasia', 'eastus2', 'westeurope', 'westus2'])
param webLocation string = 'westeurope'

@description('Standard: the site answers /api with the function app. Free: clients call the function app directly (CORS); see infra/README.md.')
@allowed(['Free', 'Standard'])
param webPlan string = 'Standard'

@description('Who deploys, for the operator\'s commands; azd fills it in.')
param principalId string = ''

@description('What the one above is; in a pipeline a ServicePrincipal.')
@allowed(['User', 'ServicePrincipal', 'Group'])
param principalType string = 'User'

@description('The resource group; empty: rg-<environment>.')
param resourceGroupName string = ''

@description('The database in the Cosmos DB account.')
param cosmosDatabase string = 'matinee'

@description('0: Cosmos DB serverless. From 1000: the most request units a second of autoscale. An account can not go from one to the other.')
@minValue(0)
@maxValue(1000000)
param cosmosAutoscaleMax int = 0

@description('How far back the database can be restored; 30 days are paid for.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param cosmosBackupTier string = 'Continuous7Days'

@description('When the models are retrained: six fields with seconds, UTC.')
param trainingSchedule string = '0 0 3 * * *'

@description('Which models compete for service, separated by commas; empty: those that the code says.')
param trainingCandidates string = ''

@description('How many minutes the candidates of each goal have at a retraining.')
@minValue(1)
@maxValue(1440)
param trainingBudgetMinutes int = 15

@description('After how many days a model in service gives way to one that is no worse.')
@minValue(0)
param trainingFreshDays int = 7

@description('Requests a minute that one address may make of one instance; 0: any number.')
@minValue(0)
param requestsPerMinute int = 0

@description('More addresses of the site, such as https://films.example.org, separated by commas: only the site\'s own pages may change anything with its cookie.')
param siteOrigins string = ''

@description('Instances that always wait for HTTP requests; 0: none, and the first request after a pause waits for one.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int = 0

@description('The most instances of the function app.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 100

@description('Memory of an instance.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Storage and database behind private endpoints.')
param vnetEnabled bool = false

@description('With private endpoints, the one IPv4 address that may reach storage and database from outside; empty: none.')
param operatorAddress string = ''

@description('The most gigabytes of telemetry a day; 0: any number.')
@minValue(0)
param telemetryDailyGb int = 1

@description('Who is told by alerts and the budget; empty: nobody by mail.')
param alertEmail string = ''

@description('Minutes that ratings may wait to be counted before an alert.')
@minValue(1)
param maxFeedLagMinutes int = 15

@description('Hours that a model may be in service before an alert.')
@minValue(1)
param maxModelAgeHours int = 50

@description('A month\'s budget in the currency of the subscription; 0: none.')
@minValue(0)
param monthlyBudget int = 0

@description('The first day of the month that the budget began in. azd remembers it from the first deployment on.')
param budgetStart string = ''

@description('Also train as a Container Apps job: a registry first, and the job as soon as there is an image.')
param trainingJobEnabled bool = false

@description('The image of the training job, such as <registry>/matinee:1.')
param trainingJobImage string = ''

@description('When the training job runs: five fields, UTC.')
param trainingJobSchedule string = '0 3 * * *'

@description('Cores of the training job; its memory is twice as many gigabytes.')
@allowed([1, 2, 4])
param trainingJobCores int = 2

var abbreviations = loadJsonContent('abbreviations.json')
var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var isLinked = webPlan == 'Standard'

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: empty(resourceGroupName) ? '${abbreviations.resourcesResourceGroups}${environmentName}' : resourceGroupName
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: '${abbreviations.managedIdentityUserAssignedIdentities}${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: '${abbreviations.operationalInsightsWorkspaces}${token}'
    insightsName: '${abbreviations.insightsComponents}${token}'
    location: location
    tags: tags
    dailyQuotaGb: telemetryDailyGb
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: '${abbreviations.storageStorageAccounts}${token}'
    location: location
    tags: tags
    packageContainer: 'app-package'
    dataContainer: 'matinee'
    isPrivate: vnetEnabled
    operatorAddress: operatorAddress
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  scope: group
  params: {
    name: '${abbreviations.documentDBDatabaseAccounts}${token}'
    location: location
    tags: tags
    databaseName: cosmosDatabase
    autoscaleMaxThroughput: cosmosAutoscaleMax
    backupTier: cosmosBackupTier
    isPrivate: vnetEnabled
    operatorAddress: operatorAddress
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    storageName: storage.outputs.name
    insightsName: monitoring.outputs.insightsName
    cosmosName: cosmos.outputs.name
    appPrincipalId: identity.outputs.principalId
    operatorPrincipalId: principalId
    operatorPrincipalType: principalType
  }
}

module privateNetwork 'modules/private-network.bicep' = if (vnetEnabled) {
  name: 'private-network'
  scope: group
  params: {
    name: '${abbreviations.networkVirtualNetworks}${token}'
    blobEndpointName: '${abbreviations.networkPrivateEndpoints}blob-${token}'
    cosmosEndpointName: '${abbreviations.networkPrivateEndpoints}cosmos-${token}'
    location: location
    tags: tags
    storageId: storage.outputs.id
    cosmosId: cosmos.outputs.id
  }
}

module web 'modules/web.bicep' = {
  name: 'web'
  scope: group
  params: {
    name: '${abbreviations.webStaticSites}${token}'
    location: webLocation
    tags: union(tags, { 'azd-service-name': 'web' })
    plan: webPlan
  }
}

module api 'modules/api.bicep' = {
  name: 'api'
  scope: group
  params: {
    planName: '${abbreviations.webServerFarms}${token}'
    name: '${abbreviations.webSitesFunctions}${token}'
    location: location
    tags: union(tags, { 'azd-service-name': 'api' })
    identityId: identity.outputs.id
    packageContainerUrl: storage.outputs.packageContainerUrl
    alwaysReadyInstances: alwaysReadyInstances
    maximumInstances: maximumInstances
    instanceMemoryMB: instanceMemoryMB
    allowedOrigins: isLinked ? [] : concat([web.outputs.url], empty(siteOrigins) ? [] : split(siteOrigins, ','))
    subnetId: vnetEnabled ? privateNetwork!.outputs.appSubnetId : ''
    settings: {
      // The host's own bookkeeping, by identity.
      AzureWebJobsStorage__blobServiceUri: storage.outputs.blobEndpoint
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.outputs.clientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
      // The change feed's trigger reads these three of the connection, and so does the app.
      COSMOS_CONNECTION__accountEndpoint: cosmos.outputs.endpoint
      COSMOS_CONNECTION__credential: 'managedidentity'
      COSMOS_CONNECTION__clientId: identity.outputs.clientId
      COSMOS_DATABASE: cosmos.outputs.databaseName
      // Models, snapshots and runs: folders of one container.
      STORAGE_CONNECTION__blobServiceUri: storage.outputs.blobEndpoint
      STORAGE_CONNECTION__credential: 'managedidentity'
      STORAGE_CONNECTION__clientId: identity.outputs.clientId
      STORAGE_CONTAINER: storage.outputs.dataContainerName
      AZURE_CLIENT_ID: identity.outputs.clientId
      TRAINING_SCHEDULE: trainingSchedule
      TRAINING_CANDIDATES: trainingCandidates
      TRAINING_BUDGET_MINUTES: string(trainingBudgetMinutes)
      TRAINING_FRESH_DAYS: string(trainingFreshDays)
      REQUESTS_PER_MINUTE: string(requestsPerMinute)
      // The function app sees its own host name, not the site's.
      SITE_ORIGINS: empty(siteOrigins) ? web.outputs.url : '${web.outputs.url},${siteOrigins}'
    }
  }
  // A host that starts before it may read its storage does not come up.
  dependsOn: [roles, privateNetwork]
}

module webLink 'modules/web-link.bicep' = if (isLinked) {
  name: 'web-link'
  scope: group
  params: {
    siteName: web.outputs.name
    backendId: api.outputs.id
    backendLocation: location
  }
}

module watch 'modules/watch.bicep' = {
  name: 'watch'
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    cosmosId: cosmos.outputs.id
    actionGroupName: '${abbreviations.insightsActionGroups}${token}'
    budgetName: '${abbreviations.consumptionBudgets}${token}'
    email: alertEmail
    maxFeedLagMinutes: maxFeedLagMinutes
    maxModelAgeHours: maxModelAgeHours
    monthlyBudget: monthlyBudget
    budgetStart: budgetStart
  }
}

module trainingJob 'modules/training-job.bicep' = if (trainingJobEnabled) {
  name: 'training-job'
  scope: group
  params: {
    name: '${abbreviations.appJobs}${token}'
    environmentName: '${abbreviations.appManagedEnvironments}${token}'
    registryName: '${abbreviations.containerRegistryRegistries}${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    identityPrincipalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    image: trainingJobImage
    schedule: trainingJobSchedule
    cores: trainingJobCores
    cosmosEndpoint: cosmos.outputs.endpoint
    blobEndpoint: storage.outputs.blobEndpoint
    candidates: trainingCandidates
    budgetMinutes: trainingBudgetMinutes
    freshDays: trainingFreshDays
    subnetId: vnetEnabled ? privateNetwork!.outputs.jobsSubnetId : ''
  }
  dependsOn: [roles]
}

// azd keeps these in the environment's own file, where hooks and operators find them.
output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output BUDGET_START string = watch.outputs.budgetStart
output COSMOS_ENDPOINT string = cosmos.outputs.endpoint
output COSMOS_DATABASE string = cosmos.outputs.databaseName
output STORAGE_ENDPOINT string = storage.outputs.blobEndpoint
output SERVICE_API_NAME string = api.outputs.name
output SERVICE_API_URL string = api.outputs.url
output SERVICE_WEB_NAME string = web.outputs.name
output SERVICE_WEB_URL string = web.outputs.url
// What the site calls where nothing answers /api of its own address; infra/hooks/predeploy.cs has it built in.
output SITE_API_URL string = isLinked ? '' : api.outputs.url
output PUBLIC_API_URL string = isLinked ? web.outputs.url : api.outputs.url
output TRAINING_JOB_REGISTRY string = trainingJobEnabled ? trainingJob!.outputs.registry : ''
