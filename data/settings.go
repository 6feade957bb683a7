package data

// settingsFile remembers what the user chose.
const settingsFile = "settings.json"
