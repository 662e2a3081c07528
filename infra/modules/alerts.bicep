// What an operator is told of. Figures are what the app itself measures (the meter Matinee), read from the workspace.

param location string
param tags object
param workspaceId string
param cosmosId string

@description('The name of the group that is told.')
param actionGroupName string

@description('Who is told; empty: nobody, and the alerts are only seen in the portal.')
param email string

@description('Minutes that ratings may wait to be counted.')
@minValue(1)
param maxFeedLagMinutes int

@description('Hours after which a model is too old: one retraining may be missed, not two.')
@minValue(1)
param maxModelAgeHours int

var rules = [
  {
    name: 'feed-lag'
    title: 'Ratings wait to be counted'
    description: 'Ratings were counted much later than they were made. If it stays so, the feed has more to do than it manages.'
    severity: 2
    query: 'AppMetrics | where Name == "matinee.feed.lag" | summarize Lag = max(Max) by bin(TimeGenerated, 5m) | where Lag > ${maxFeedLagMinutes * 60}'
    frequency: 'PT5M'
    window: 'PT15M'
  }
  {
    name: 'feed-failing'
    title: 'The ratings feed fails'
    description: 'A batch is given again until it succeeds, so nothing is lost, but nothing behind it is counted either. See its exceptions in Application Insights.'
    severity: 2
    query: 'AppRequests | where OperationName == "RatingsFeed" and Success == false'
    frequency: 'PT5M'
    window: 'PT15M'
  }
  {
    name: 'training-failed'
    title: 'A retraining failed'
    description: 'What was in service stays in service. matinee models list says why; matinee train does it again.'
    severity: 2
    query: 'AppMetrics | where Name == "matinee.training.runs" | extend Outcome = tostring(Properties["outcome"]) | where Outcome == "failed"'
    frequency: 'PT15M'
    window: 'PT30M'
  }
  {
    name: 'model-age'
    title: 'The model in service is old'
    description: 'No retraining has put a model into service for too long, or none that was better: matinee models list tells which.'
    severity: 3
    query: 'AppMetrics | where Name == "matinee.model.age" | summarize Age = max(Max) by bin(TimeGenerated, 1h) | where Age > ${maxModelAgeHours * 3600}'
    frequency: 'PT1H'
    window: 'PT1H'
  }
  {
    name: 'server-errors'
    title: 'Requests fail'
    description: 'More than ten requests in a quarter of an hour were answered with 5xx. See the failures of Application Insights.'
    severity: 1
    query: 'AppRequests | where toint(ResultCode) >= 500 | summarize Failed = sum(ItemCount) by bin(TimeGenerated, 15m) | where Failed > 10'
    frequency: 'PT5M'
    window: 'PT15M'
  }
]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'matinee'
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource queries 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: rule.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.frequency
      windowSize: rule.window
      autoMitigate: true
      // A table is there only after the first telemetry has come.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: empty(email) ? [] : [group.id] }
    }
  }
]

resource throttling 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'throttling'
  location: 'global'
  tags: tags
  properties: {
    description: 'Cosmos DB turned many requests away (429). They are tried again; if it stays so, turn the throughput up (COSMOS_AUTOSCALE_MAX).'
    severity: 2
    enabled: true
    scopes: [cosmosId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'throttled'
          metricNamespace: 'Microsoft.DocumentDB/databaseAccounts'
          metricName: 'TotalRequests'
          dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['429'] }]
          operator: 'GreaterThan'
          threshold: 100
          timeAggregation: 'Count'
        }
      ]
    }
    actions: empty(email) ? [] : [{ actionGroupId: group.id }]
  }
}
