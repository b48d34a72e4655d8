-- Functions on message bodies, placed in front of every script that needs them.
--
-- A body is '<rank> <revisedAt> <sentAt> <order> <JSON>', or '<rank> <revisedAt> <sentAt> <order>:<length> <creation><JSON>' if an
-- edit or a delete hides the creation, as the Java class MessageBody describes it. Numbers stay text, because a Lua number holds
-- only 53 bits.

-- Returns rank, revisedAt, sentAt, order, the index at which the JSON starts, and the length of the creation or ''; nothing for a
-- malformed body.
local function parse(body)
  local rank, at, sentAt, order, length, json = string.match(body, '^(%d+) (%-?%d+) (%-?%d+) ([%-%d?]+):?(%d*) ()')
  return rank, at, sentAt, order, json, length
end

-- Compares two decimal integers without leading zeros.
local function isLess(a, b)
  local negative = string.byte(a) == 45
  if negative ~= (string.byte(b) == 45) then
    return negative
  end
  if #a ~= #b then
    return (#a < #b) ~= negative
  end
  return a ~= b and (a < b) ~= negative
end

-- Compares unsigned bytes. Lua's own comparison follows the locale of the server.
local function isBytewiseLess(a, b)
  if a == b then
    return false
  end
  local from = 1
  while string.sub(a, from, from + 63) == string.sub(b, from, from + 63) do
    from = from + 64
  end
  for i = from, from + 63 do
    local x, y = string.byte(a, i) or -1, string.byte(b, i) or -1
    if x ~= y then
      return x < y
    end
  end
end

