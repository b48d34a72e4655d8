-- Returns one page of a session's messages, all read at the same instant. Writes nothing. Runs after bodies.lua.
--
-- KEYS  messages, bodies, order
-- ARGV  startedAt, lastMessageAt, number of messages in the snapshot, 'open' or 'closed', 'forward' or 'backward', maximum number
--       of messages on the page, maximum number of bytes; with a cursor, also its sentAt, order and message id
--
-- A page ends before the message that would exceed the number of bytes, but has at least one message. The script holds a few times
-- that number of bytes, whatever the size and number of the messages.
--
-- Returns 1 if more messages follow the page, otherwise 0; then the id and the body of each message, in reading order. Returns
-- false if Redis does not hold all messages of the session.
local messages, bodies, order = KEYS[1], KEYS[2], KEYS[3]
local startedAt, lastMessageAt, counted = ARGV[1], ARGV[2], tonumber(ARGV[3])
local isOpen, isForward, limit = ARGV[4] == 'open', ARGV[5] == 'forward', tonumber(ARGV[6])
local maxBytes = tonumber(ARGV[7])
local cursor = ARGV[8] and { sentAt = ARGV[8], order = ARGV[9], id = ARGV[10] }
local CHUNK = 500

local function isComplete()
  local stored = redis.call('ZCOUNT', messages, startedAt, lastMessageAt)
  if not isOpen then
    return stored == counted
  end
  -- Messages newer than the snapshot must not make up for missing ones. Redis drops the oldest first, so if the first message is
  -- still here, nothing is missing.
  return stored >= counted and redis.call('ZCOUNT', messages, startedAt, startedAt) > 0
end

-- Returns the upper end of the session. An open session extends to the start of the next one.
local function sessionEnd()
  if not isOpen then
    return lastMessageAt
  end
  local next = redis.call('ZRANGEBYSCORE', order, '(' .. lastMessageAt, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
  return next[2] and '(' .. next[2] or '+inf'
end

local function isWithin(time, upper)
  if string.sub(upper, 1, 1) == '(' then
    return tonumber(time) < tonumber(string.sub(upper, 2))
  end
  return upper == '+inf' or tonumber(time) <= tonumber(upper)
end

-- Returns the ids of all messages that may be on the page, plus at least one more if there is one. Redis orders messages of equal
-- time by id alone, so the ids include every message that has the same time as the cursor or the last message.
local function candidates()
  local low, high, ties = startedAt, sessionEnd(), 0
  if cursor and isForward and tonumber(cursor.sentAt) >= tonumber(low) then
    low = cursor.sentAt
    ties = redis.call('ZCOUNT', messages, low, low)
  elseif cursor and not isForward and isWithin(cursor.sentAt, high) then
    high = cursor.sentAt
    ties = redis.call('ZCOUNT', messages, high, high)
  end
  if isForward then
    local last = redis.call('ZRANGEBYSCORE', messages, low, high, 'WITHSCORES', 'LIMIT', ties + limit, 1)
    return redis.call('ZRANGEBYSCORE', messages, low, last[2] or high)
  end
  local last = redis.call('ZREVRANGEBYSCORE', messages, high, low, 'WITHSCORES', 'LIMIT', ties + limit, 1)
  return redis.call('ZREVRANGEBYSCORE', messages, high, last[2] or low)
end

local function isBeyondCursor(id, sentAt, place)
  if not cursor or sentAt ~= cursor.sentAt then
    return true
  end
  if place ~= cursor.order then
    return isLess(cursor.order, place) == isForward
  end
  return id ~= cursor.id and isBytewiseLess(cursor.id, id) == isForward
end

-- Compares two messages of equal time. Redis returns their ids in the order of their bytes.
local function isReadBefore(a, b)
  if a.order ~= b.order then
    return isLess(a.order, b.order) == isForward
  end
  return a.index < b.index
end

-- What the script returns, the number of messages in it and their bytes. The messages of one time, which are not in it yet, and the
-- bytes of their bodies; a body beyond the maximum is not held but read again.
local page, size, bytes, ties, tiesBytes = { 0 }, 0, 0, {}, 0

-- Sorts the messages of equal time and drops those that cannot be on the page; keeps one more to know whether any follow.
local function sortTies()
  if #ties > 1 then
    table.sort(ties, isReadBefore)
  end
  for i = #ties, limit - size + 2, -1 do
    tiesBytes = tiesBytes - #(ties[i].body or '')
    ties[i] = nil
  end
end

local function addTie(id, body, place, index)
  local isHeld = tiesBytes + #body <= maxBytes
  ties[#ties + 1] = { id = id, body = isHeld and body or nil, order = place, index = index }
  tiesBytes = tiesBytes + (isHeld and #body or 0)
  -- Thousands of messages may have the same time.
  if #ties == 2 * limit + CHUNK then
    sortTies()
  end
end

local function addTiesToPage()
  sortTies()
  for i = 1, #ties do
    local body = ties[i].body or redis.call('HGET', bodies, ties[i].id)
    if size == limit or (size > 0 and bytes + #body > maxBytes) then
      page[1] = 1
      break
    end
    size, bytes = size + 1, bytes + #body
    page[2 * size] = ties[i].id
    page[2 * size + 1] = body
  end
  ties, tiesBytes = {}, 0
end

-- Returns the index of the last of the ids from an index on whose bodies are read with one command.
local function endOfChunk(ids, from)
  local to, length = from, redis.call('HSTRLEN', bodies, ids[from])
  while to < #ids and to - from + 1 < CHUNK do
    length = length + redis.call('HSTRLEN', bodies, ids[to + 1])
    if length > maxBytes then
      break
    end
    to = to + 1
  end
  return to
end

if not isComplete() then
  return false
end

local ids = candidates()
local from, time = 1, nil
while from <= #ids and page[1] == 0 do
  local to = endOfChunk(ids, from)
  local values = redis.call('HMGET', bodies, unpack(ids, from, to))
  for i = from, to do
    local id, body = ids[i], values[i - from + 1]
    local rank, _, sentAt, place, _, creation = parse(body or '')
    -- Without its creation, nobody knows who wrote the message.
    if not rank or place == '?' or (rank ~= '0' and creation == '') then
      return false
    end
    if sentAt ~= time then
      addTiesToPage()
      time = sentAt
    end
    if page[1] == 0 and isBeyondCursor(id, sentAt, place) then
      addTie(id, body, place, i)
    end
  end
  from = to + 1
end
addTiesToPage()
return page
