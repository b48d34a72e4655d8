-- Returns one page of a session's messages, all read at the same instant. Writes nothing. Runs after bodies.lua.
--
-- KEYS  messages, bodies, order
-- ARGV  startedAt, lastMessageAt, number of messages in the snapshot, 'open' or 'closed', 'forward' or 'backward', maximum number
--       of messages on the page; with a cursor, also its sentAt, order and message id
--
-- Returns 1 if more messages follow the page, otherwise 0; then the id and the body of each message, in reading order. Returns
-- false if Redis does not hold all messages of the session.
local messages, bodies, order = KEYS[1], KEYS[2], KEYS[3]
local startedAt, lastMessageAt, counted = ARGV[1], ARGV[2], tonumber(ARGV[3])
local isOpen, isForward, limit = ARGV[4] == 'open', ARGV[5] == 'forward', tonumber(ARGV[6])
local cursor = ARGV[7] and { sentAt = ARGV[7], order = ARGV[8], id = ARGV[9] }
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

-- What the script returns, the number of messages in it, and the messages of one time, which are not in it yet.
local page, size, ties = { 0 }, 0, {}

-- Sorts the messages of equal time and drops those that cannot be on the page; keeps one more to know whether any follow.
local function sortTies()
  if #ties > 1 then
    table.sort(ties, isReadBefore)
  end
  for i = #ties, limit - size + 2, -1 do
    ties[i] = nil
  end
end

local function addTiesToPage()
  sortTies()
  for i = 1, #ties do
    if size == limit then
      page[1] = 1
      break
    end
    size = size + 1
    page[2 * size] = ties[i].id
    page[2 * size + 1] = ties[i].body
  end
  ties = {}
end

if not isComplete() then
  return false
end

local ids = candidates()
local time
for from = 1, #ids, CHUNK do
  local to = math.min(from + CHUNK - 1, #ids)
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
    if isBeyondCursor(id, sentAt, place) then
      ties[#ties + 1] = { id = id, body = body, order = place, index = i }
      -- Thousands of messages may have the same time; holding all their bodies could exhaust Redis' memory.
      if #ties == 2 * limit + CHUNK then
        sortTies()
      end
    end
  end
end
addTiesToPage()
return page
