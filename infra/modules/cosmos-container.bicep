// One container, which indexes what it is told to and nothing else.

param accountName string
param databaseName string
param name string

@description('The one path by which items are divided among partitions.')
param partitionKey string

@description('Seconds that items live; -1: for ever, unless they say otherwise; 0: for ever.')
param defaultTtl int

@description('The paths that queries filter by.')
param indexed string[]

@description('The pairs of paths that lists are sorted by. One direction serves both.')
param sorted string[][]

var includedPaths = [for path in indexed: { path: '${path}/?' }]
var compositeIndexes = [
  for pair in sorted: [
    { path: pair[0], order: 'descending' }
    { path: pair[1], order: 'descending' }
  ]
]

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' existing = {
  name: accountName
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' existing = {
  parent: account
  name: databaseName
}

resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = {
  parent: database
  name: name
  properties: {
    resource: union(
      {
        id: name
        partitionKey: { paths: [partitionKey], kind: 'Hash', version: 2 }
        indexingPolicy: {
          indexingMode: 'consistent'
          automatic: true
          includedPaths: includedPaths
          excludedPaths: [{ path: '/*' }]
          compositeIndexes: compositeIndexes
        }
      },
      defaultTtl == 0 ? {} : { defaultTtl: defaultTtl }
    )
  }
}
