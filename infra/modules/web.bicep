// The site. With the Standard plan the function app is linked to it and answers under /api of its own address (see web-link).

param name string
param location string
param tags object

@allowed(['Free', 'Standard'])
param plan string

resource site 'Microsoft.Web/staticSites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: plan, tier: plan }
  properties: {
    // azd uploads what it has built; nobody else's repository is involved.
    provider: 'Custom'
    stagingEnvironmentPolicy: 'Disabled'
    allowConfigFileUpdates: true
  }
}

output name string = site.name
output url string = 'https://${site.properties.defaultHostname}'
