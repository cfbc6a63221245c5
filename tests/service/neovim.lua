-- The server in an editor: nvim --headless -u NONE -S neovim.lua
-- $ROTSTIFT is the program, $FOLDER holds artikel.txt and seite.html, $RESULT is written: what Neovim saw, as JSON.
local folder, result = vim.env.FOLDER, {}

local function wait(what, test)
  if not vim.wait(20000, test, 20) then
    error("waited in vain for " .. what)
  end
end

-- What Neovim holds of the buffer: with the byte columns that it has made of the server's places.
local function diagnostics(buffer)
  local list = {}
  for _, issue in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(list, {
      line = issue.lnum, column = issue.col, end_line = issue.end_lnum, end_column = issue.end_col,
      severity = issue.severity, source = issue.source, message = issue.message,
      rule = issue.user_data.lsp.code, text = vim.api.nvim_buf_get_text(
        buffer, issue.lnum, issue.col, issue.end_lnum, issue.end_col, {})[1],
    })
  end
  table.sort(list, function(a, b) return a.line < b.line or a.line == b.line and a.column < b.column end)
  return list
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), "\n")
end

-- How often the diagnostics of each buffer have come anew, whether the server sends them or Neovim asks for them.
local changes = {}
vim.api.nvim_create_autocmd("DiagnosticChanged", {
  callback = function(event) changes[event.buf] = (changes[event.buf] or 0) + 1 end,
})

local function begin(name, language)
  vim.cmd("edit " .. folder .. "/" .. name)
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo.filetype = language
  return buffer
end

local function run()
  local exit_code
  local client_id = vim.lsp.start_client({
    name = "rotstift",
    cmd = { vim.env.ROTSTIFT, "lsp", "--language", "en" },
    root_dir = folder,
    on_exit = function(code) exit_code = code end,
  })
  local client = vim.lsp.get_client_by_id(client_id)

  -- Does something to the buffer and waits for the diagnostics that follow.
  local function after(buffer, act)
    local before = changes[buffer] or 0
    act()
    wait("diagnostics", function() return (changes[buffer] or 0) > before end)
    return diagnostics(buffer)
  end
  local function ask(buffer, method, params)
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000)
    if answers[client_id].err then
      error(vim.inspect(answers[client_id].err))
    end
    return answers[client_id].result
  end
  local function actions_at(buffer, issue, only)
    local params = { textDocument = vim.lsp.util.make_text_document_params(buffer),
                     context = { diagnostics = {}, only = only }, range = issue }
    return ask(buffer, "textDocument/codeAction", params)
  end
  local function apply(buffer, action)
    vim.cmd("let &undolevels = &undolevels") -- what is undone begins here
    return after(buffer, function() vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding) end)
  end

  local article = begin("artikel.txt", "text")
  result.article = after(article, function() vim.lsp.buf_attach_client(article, client_id) end)
  result.offset_encoding = client.offset_encoding
  local page = begin("seite.html", "html")
  result.page = after(page, function() vim.lsp.buf_attach_client(page, client_id) end)

  -- Typing: an emoji before the fault on the same line, letter by letter.
  vim.api.nvim_set_current_buf(article)
  result.typed = after(article, function()
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
    vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes("i🙂 Ach, <Esc>", true, false, true), "xt", false)
  end)
  result.typed_text = text(article)

  -- A place, what is said there, and the actions there.
  local first = result.typed[1]
  vim.api.nvim_win_set_cursor(0, { first.line + 1, first.column })
  local here = vim.lsp.util.make_position_params(0, client.offset_encoding)
  result.hover = ask(article, "textDocument/hover", here)
  local actions = actions_at(article, { start = here.position, ["end"] = here.position }, { "quickfix" })
  result.titles = vim.tbl_map(function(action) return action.title end, actions)
  result.fixed = apply(article, actions[1])
  result.fixed_text = text(article)
  result.undone = after(article, function() vim.cmd("undo") end)
  result.undone_text = text(article)

  -- All that is certain. A Neovim that asks for diagnostics does so for what it shows.
  vim.api.nvim_set_current_buf(page)
  local whole = { start = { line = 0, character = 0 }, ["end"] = { line = 0, character = 0 } }
  result.certain = apply(page, actions_at(page, whole, { "source.fixAll" })[1])
  result.certain_text = text(page)

  -- Lines that go and come.
  vim.api.nvim_set_current_buf(article)
  result.shorter = after(article, function() vim.cmd("1delete") end)
  result.longer = after(article, function()
    vim.api.nvim_buf_set_lines(article, 0, 0, true, { "Über 🙂 uns.", "Sie kamen in in die Stadt." })
  end)
  result.longer_text = text(article)

  vim.cmd("bdelete! " .. article)
  vim.wait(5000, function() return #vim.diagnostic.get(article) == 0 end, 20)
  result.closed = #vim.diagnostic.get(article)
  client.stop()
  wait("the server's end", function() return exit_code ~= nil end)
  result.exit_code = exit_code
end

local good, reason = xpcall(run, debug.traceback)
if not good then
  result.error = tostring(reason)
end
vim.fn.writefile({ vim.json.encode(result) }, vim.env.RESULT)
vim.cmd("qall!")
