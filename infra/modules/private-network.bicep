// The virtual network, and storage and database behind private endpoints of it.

param name string
param blobEndpointName string
param cosmosEndpointName string
param location string
param tags object
param storageId string
param cosmosId string

module network 'network.bicep' = {
  name: 'network'
  params: {
    name: name
    location: location
    tags: tags
  }
}

module blobEndpoint 'private-endpoint.bicep' = {
  name: 'endpoint-blob'
  params: {
    name: blobEndpointName
    location: location
    tags: tags
    networkId: network.outputs.id
    subnetId: network.outputs.endpointsSubnetId
    targetId: storageId
    groupId: 'blob'
    zoneName: 'privatelink.blob.${environment().suffixes.storage}'
  }
}

module cosmosEndpoint 'private-endpoint.bicep' = {
  name: 'endpoint-cosmos'
  params: {
    name: cosmosEndpointName
    location: location
    tags: tags
    networkId: network.outputs.id
    subnetId: network.outputs.endpointsSubnetId
    targetId: cosmosId
    groupId: 'Sql'
    zoneName: 'privatelink.documents.azure.com'
  }
}

output appSubnetId string = network.outputs.appSubnetId
output jobsSubnetId string = network.outputs.jobsSubnetId
