// What watches over it: alerts, and a budget where one is given.

param location string
param tags object
param workspaceId string
param cosmosId string
param actionGroupName string
param budgetName string
param email string
param maxFeedLagMinutes int
param maxModelAgeHours int
param monthlyBudget int
param budgetStart string

@description('Only the default of the start.')
param thisMonth string = utcNow('yyyy-MM')

var budgetBegan = empty(budgetStart) ? '${thisMonth}-01' : budgetStart

module alerts 'alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    tags: tags
    workspaceId: workspaceId
    cosmosId: cosmosId
    actionGroupName: actionGroupName
    email: email
    maxFeedLagMinutes: maxFeedLagMinutes
    maxModelAgeHours: maxModelAgeHours
  }
}

module budget 'budget.bicep' = if (monthlyBudget > 0) {
  name: 'budget'
  params: {
    name: budgetName
    monthlyAmount: monthlyBudget
    startDate: budgetBegan
    email: email
  }
}

output budgetStart string = monthlyBudget > 0 ? budgetBegan : ''
