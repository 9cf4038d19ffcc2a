-- Drives the language server as a user of Neovim does, and prints what came back, one JSON object a line.
-- FILE: the document; SERVER: the command line, split at blanks. Works from Neovim 0.7 on.
local file = vim.env.FILE
local function out(what)
  io.stdout:write(vim.fn.json_encode(what) .. '\n')
end

vim.cmd('edit ' .. vim.fn.fnameescape(file))
local config = { name = 'postmortem', cmd = vim.split(vim.env.SERVER, ' '), root_dir = vim.fn.fnamemodify(file, ':h:h') }
local client_id
if vim.lsp.start then
  client_id = vim.lsp.start(config)
else
  client_id = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(0, client_id)
end

local function diagnostics()
  local found = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    local lsp = d.user_data and d.user_data.lsp or {}
    found[#found + 1] = { line = d.lnum + 1, message = d.message, code = d.code or lsp.code, source = d.source, raw = lsp }
  end
  return found
end
local function has(code)
  for _, d in ipairs(diagnostics()) do
    if d.code == code then return d end
  end
end

local RULE = 'blame/individual-fault'
vim.wait(15000, function() return has(RULE) ~= nil end, 50)
out({ diagnostics = diagnostics(), version = vim.version() })

local found = has(RULE)
if found then
  local range = { start = { line = found.line - 1, character = 0 }, ['end'] = { line = found.line - 1, character = 28 } }
  local document = { uri = vim.uri_from_bufnr(0) }
  local function request(method, params)
    local answer = vim.lsp.buf_request_sync(0, method, params, 10000) or {}
    return answer[client_id] or {}
  end

  local hover = request('textDocument/hover', { textDocument = document, position = { line = found.line - 1, character = 5 } })
  out({ hover = hover.result })

  local actions = request('textDocument/codeAction', {
    textDocument = document,
    range = range,
    context = { diagnostics = { { range = range, message = found.message, code = RULE, source = found.source } } },
  })
  local rewrite
  for _, action in ipairs(actions.result or {}) do
    out({ action = action.title, kind = action.kind })
    -- rewrites come first
    rewrite = rewrite or action
  end
  if rewrite then
    if not rewrite.edit then
      rewrite = request('codeAction/resolve', rewrite).result or rewrite
    end
    vim.lsp.util.apply_workspace_edit(rewrite.edit, 'utf-16')
    out({ text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') })
    -- the server looks at the changed text by itself
    local gone = vim.wait(15000, function() return has(RULE) == nil end, 50)
    out({ gone = gone })
  end
end
vim.lsp.stop_client(client_id)
vim.cmd('qall!')
