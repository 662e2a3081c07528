// The database. Code creates no container in Azure, so all of them are here: the same list, keys, times to live and indexes as
// CosmosContainers in functions/Azure, which a test compares.

@minLength(3)
@maxLength(44)
param name string
param location string
param tags object
param databaseName string

@description('The most request units a second that all containers share, scaled between a tenth of it and all of it; 0: serverless, paid by the request.')
param autoscaleMaxThroughput int

@description('Continuous7Days costs nothing; Continuous30Days is paid by the gigabyte.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param backupTier string

@description('Reached through private endpoints alone, but for the one address below.')
param isPrivate bool

@description('An IPv4 address that may come in nevertheless, such as an operator\'s; empty: none.')
param operatorAddress string

var isServerless = autoscaleMaxThroughput == 0

// Only what a query looks at is indexed: a write costs request units for every path that is. Containers that are read by id and by
// change feed alone index nothing. A time to live of 0 stands for none at all; -1: items may have their own.
var containers = [
  {
    name: 'movies'
    partitionKey: '/id'
    defaultTtl: 0
    indexed: []
    sorted: []
  }
  {
    name: 'users'
    partitionKey: '/id'
    defaultTtl: 0
    indexed: []
    sorted: []
  }
  {
    name: 'logins'
    partitionKey: '/id'
    defaultTtl: 0
    indexed: []
    sorted: []
  }
  {
    name: 'sessions'
    partitionKey: '/userId'
    defaultTtl: -1
    indexed: ['/userId']
    sorted: []
  }
  {
    name: 'ratings'
    partitionKey: '/userId'
    defaultTtl: -1
    indexed: ['/userId', '/removed', '/ratedAt', '/stars', '/movieId']
    sorted: [['/ratedAt', '/movieId'], ['/stars', '/movieId']]
  }
  {
    name: 'shelf'
    partitionKey: '/userId'
    defaultTtl: 0
    indexed: ['/userId', '/kind', '/at', '/movieId']
    sorted: [['/at', '/movieId']]
  }
  {
    name: 'reviews'
    partitionKey: '/movieId'
    defaultTtl: -1
    indexed: ['/movieId', '/kind', '/ratedAt', '/userId']
    sorted: [['/ratedAt', '/userId']]
  }
  {
    name: 'movie_hot'
    partitionKey: '/window'
    defaultTtl: 0
    indexed: ['/window', '/score', '/movieId']
    sorted: [['/score', '/movieId']]
  }
  {
    name: 'leases'
    partitionKey: '/id'
    defaultTtl: -1
    indexed: ['/id']
    sorted: []
  }
  {
    name: 'poison'
    partitionKey: '/id'
    defaultTtl: 2592000
    indexed: ['/at']
    sorted: []
  }
]

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: isServerless ? [{ name: 'EnableServerless' }] : []
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: backupTier } }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: isPrivate && empty(operatorAddress) ? 'Disabled' : 'Enabled'
    ipRules: isPrivate && !empty(operatorAddress) ? [{ ipAddressOrRange: operatorAddress }] : []
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: { id: databaseName }
    // Shared by all containers: ten of them with their own would each cost the least there is.
    options: isServerless ? {} : { autoscaleSettings: { maxThroughput: autoscaleMaxThroughput } }
  }
}

// One after the other: the account takes no two changes of its metadata at a time gladly.
@batchSize(1)
module sqlContainers 'cosmos-container.bicep' = [
  for container in containers: {
    name: 'container-${container.name}'
    params: {
      accountName: account.name
      databaseName: database.name
      name: container.name
      partitionKey: container.partitionKey
      defaultTtl: container.defaultTtl
      indexed: container.indexed
      sorted: container.sorted
    }
  }
]

output id string = account.id
output name string = account.name
output endpoint string = account.properties.documentEndpoint
output databaseName string = database.name
