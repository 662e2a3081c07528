using Matinee.Local.Commands;

return await MatineeCommand.Create().Parse(args).InvokeAsync();
