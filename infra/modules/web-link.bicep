// Lets the site answer /api/* with the function app, which from then on takes requests from the site alone.

param siteName string
param backendId string
param backendLocation string

resource site 'Microsoft.Web/staticSites@2024-04-01' existing = {
  name: siteName
}

resource link 'Microsoft.Web/staticSites/linkedBackends@2024-04-01' = {
  parent: site
  // Always this name: a site has one backend, and one of another name would be a second one.
  name: 'api'
  properties: {
    backendResourceId: backendId
    region: backendLocation
  }
}
