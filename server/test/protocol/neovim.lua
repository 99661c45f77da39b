-- Opens a document in Neovim with the language server attached, waits for its diagnostics, takes the first code action on
-- the first line that has a finding as a person would, and prints what it saw as one line of JSON.
local server, path, node = vim.env.SERVER, vim.env.DOCUMENT, vim.env.NODE

local function fail(message)
  io.stdout:write(vim.json.encode({ error = message }), '\n')
  vim.cmd('cquit 1')
end

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then fail('there came no ' .. what) end
end

local function seen()
  return vim.tbl_map(function(diagnostic)
    return { code = diagnostic.code, source = diagnostic.source, message = diagnostic.message, line = diagnostic.lnum }
  end, vim.diagnostic.get(0))
end

vim.cmd('edit ' .. vim.fn.fnameescape(path))
local client = vim.lsp.start_client({ name = 'incident-docs', cmd = { node, server, '--stdio' }, root_dir = vim.fn.fnamemodify(path, ':h') })
if not client then fail('client') end
vim.lsp.buf_attach_client(0, client)
wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
local before = seen()

local taken
vim.ui.select = function(items, _, choose)
  taken = items[1][2]
  choose(items[1], 1)
end
vim.api.nvim_win_set_cursor(0, { before[1].line + 1, 0 })
vim.lsp.buf.code_action({ only = { 'quickfix' } })
wait('code action', function() return taken end)
local mended = taken.diagnostics[1].message
wait('end of the finding: ' .. mended, function()
  return not vim.tbl_contains(vim.tbl_map(function(diagnostic) return diagnostic.message end, vim.diagnostic.get(0)), mended)
end)

local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
io.stdout:write(vim.json.encode({ before = before, mended = mended, text = text }), '\n')
vim.lsp.stop_client(client)
wait('end of the server', function() return vim.lsp.client_is_stopped(client) end)
vim.cmd('quitall!')
