-- The places of the messages that one page of a session can hold, read at one instant; writes nothing.
--
-- KEYS  messages, bodies, order
-- ARGV  startedAt, lastMessageAt, messages that the snapshot counts, open or closed, forward or backward,
--       sentAt of the cursor or '', most messages of a page
--
-- Returns id, sentAt, order of each candidate: whole ties at both ends, and at least one message more than the page when
-- there is one. Returns nil when not all messages of the session are here.
local messages, bodies, order = KEYS[1], KEYS[2], KEYS[3]
local startedAt, lastMessageAt, counted = ARGV[1], ARGV[2], tonumber(ARGV[3])
local open, forward, cursor, limit = ARGV[4] == 'open', ARGV[5] == 'forward', ARGV[6], tonumber(ARGV[7])
local CHUNK = 500

local function isWhole()
  local here = redis.call('ZCOUNT', messages, startedAt, lastMessageAt)
  if not open then
    return here == counted
  end
  -- Later ones must not make up for missing ones. What goes first is the oldest, so the start tells.
  return here >= counted and redis.call('ZCOUNT', messages, startedAt, startedAt) > 0
end

local function last()
  if not open then
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

-- Both ends of the times from which the page is taken.
local function range(low, high)
  local ties = 0
  if cursor ~= '' and forward and tonumber(cursor) >= tonumber(low) then
    low = cursor
    ties = redis.call('ZCOUNT', messages, cursor, cursor)
  elseif cursor ~= '' and not forward and isWithin(cursor, high) then
    high = cursor
    ties = redis.call('ZCOUNT', messages, cursor, cursor)
  end
  if forward then
    local far = redis.call('ZRANGEBYSCORE', messages, low, high, 'WITHSCORES', 'LIMIT', ties + limit, 1)
    return low, far[2] or high
  end
  local far = redis.call('ZREVRANGEBYSCORE', messages, high, low, 'WITHSCORES', 'LIMIT', ties + limit, 1)
  return far[2] or low, high
end

if not isWhole() then
  return false
end

local ids = redis.call('ZRANGEBYSCORE', messages, range(startedAt, last()))
local candidates = {}
for from = 1, #ids, CHUNK do
  local to = math.min(from + CHUNK - 1, #ids)
  local values = redis.call('HMGET', bodies, unpack(ids, from, to))
  for i = from, to do
    local body = values[i - from + 1]
    local sentAt, place
    if body then
      sentAt, place = string.match(body, '^%d+ %-?%d+ (%-?%d+) (%-?%d+) ')
    end
    if not place then
      return false
    end
    candidates[#candidates + 1] = ids[i]
    candidates[#candidates + 1] = sentAt
    candidates[#candidates + 1] = place
  end
end
return candidates
