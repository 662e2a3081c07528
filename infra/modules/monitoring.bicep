// Application Insights on a workspace of its own. Nobody can send to it with a key: the app's identity can.

param workspaceName string
param insightsName string
param location string
param tags object

@description('The most gigabytes a day that the workspace takes in; 0: any number. What exceeds it is lost until the next day, alerts on it too.')
param dailyQuotaGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    features: { disableLocalAuth: true }
    workspaceCapping: { dailyQuotaGb: dailyQuotaGb == 0 ? -1 : dailyQuotaGb }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

output workspaceId string = workspace.id
output insightsName string = insights.name
// Says where to send to; without an identity that may, it opens nothing.
output connectionString string = insights.properties.ConnectionString
