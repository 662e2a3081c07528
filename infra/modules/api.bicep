// The function app, on Flex Consumption: nothing runs and nothing is paid while nobody asks, unless instances are kept ready.

@maxLength(40)
param planName string

@minLength(2)
@maxLength(60)
param name string
param location string
param tags object
param identityId string

@description('The URL of the container that deployments put the package into.')
param packageContainerUrl string

@description('Instances that answer HTTP requests and are always there; each is paid for by the second.')
@minValue(0)
param alwaysReadyInstances int

@description('The most instances at a time.')
@minValue(40)
@maxValue(1000)
param maximumInstances int

@description('Memory of an instance. The catalogue and the model in service are held in it, and training needs some 35 bytes a rating.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Pages of these addresses may call it directly; none where the site has it under its own address.')
param allowedOrigins string[]

@description('The subnet it goes out through; empty: none.')
param subnetId string

@description('What the code reads.')
param settings object

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      scaleAndConcurrency: {
        alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'http', instanceCount: alwaysReadyInstances }]
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: instanceMemoryMB
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
    }
    siteConfig: {
      alwaysOn: false
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      // Pages of other addresses sign in with a token, which they send themselves: no cookie of a viewer's comes with their requests. Any
      // header may be sent; the platform has no list of them.
      cors: { allowedOrigins: allowedOrigins, supportCredentials: false }
    }
  }
}

// All settings at once: what is missing here is removed by the next deployment.
resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: settings
}

// Passwords by which a package could be published without an identity are off.
resource noFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noScm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

output id string = app.id
output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
