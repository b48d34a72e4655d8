-- Writes messages and snapshots of one conversation: idempotent, in any order, never older over newer.
--
-- KEYS  sessions, order, messages, bodies, conversations
-- ARGV  conversation key, time to live (ms), most messages to keep, number of messages m,
--       m times: message id, body
--       then for each snapshot: session id, startedAt or '' when it must not be listed, generation, version, JSON
--
-- A body is '<rank> <revisedAt> <sentAt> <order> <JSON>'; the order is '?' until the creation is known.
local sessions, order, messages, bodies, conversations = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local conversation, ttl, most, count = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
-- How many members go into one command: far below what Lua can unpack.
local CHUNK = 500

-- Decimal integers as texts, because a Lua number holds only 53 bits.
local function less(a, b)
  local negative = string.byte(a) == 45
  if negative ~= (string.byte(b) == 45) then
    return negative
  end
  if #a ~= #b then
    return (#a < #b) ~= negative
  end
  return a ~= b and (a < b) ~= negative
end

-- Bytes, not Lua's own comparison, which follows the server's locale.
local function bytesLess(a, b)
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

local function parse(body)
  local rank, at, sentAt, place, json = string.match(body, '^(%d+) (%-?%d+) (%-?%d+) ([%-%d?]+) ()')
  return rank and { rank = rank, at = at, sentAt = sentAt, place = place, json = string.sub(body, json) }
end

local function older(a, b)
  if a.rank ~= b.rank then
    return less(a.rank, b.rank)
  end
  if a.at ~= b.at then
    return less(a.at, b.at)
  end
  return bytesLess(a.json, b.json)
end

-- The creation decides the place; of two creations the earlier one, so that their order of arrival does not matter.
local function placedBefore(a, b)
  if (a.place == '?') ~= (b.place == '?') then
    return b.place == '?'
  end
  if a.sentAt ~= b.sentAt then
    return less(a.sentAt, b.sentAt)
  end
  return a.place ~= b.place and less(a.place, b.place)
end

local function merge(old, given)
  local a = old and parse(old)
  if not a then
    return given, string.match(given, '^%d+ %-?%d+ (%-?%d+)')
  end
  local b = parse(given)
  local shown = older(a, b) and b or a
  local placed = placedBefore(b, a) and b or a
  local head = table.concat({ shown.rank, shown.at, placed.sentAt, placed.place }, ' ')
  return head .. ' ' .. shown.json, placed.sentAt
end

local function held(ids)
  local found = {}
  for from = 1, #ids, CHUNK do
    local to = math.min(from + CHUNK - 1, #ids)
    local values = redis.call('HMGET', bodies, unpack(ids, from, to))
    for i = from, to do
      found[ids[i]] = values[i - from + 1] or nil
    end
  end
  return found
end

-- Gives how many members or fields are new.
local function put(command, key, pairsOfArguments)
  local added = 0
  for from = 1, #pairsOfArguments, 2 * CHUNK do
    local to = math.min(from + 2 * CHUNK - 1, #pairsOfArguments)
    added = added + redis.call(command, key, unpack(pairsOfArguments, from, to))
  end
  return added
end

local function writeMessages()
  local ids, seen = {}, {}
  for i = 1, count do
    local id = ARGV[3 + 2 * i]
    if not seen[id] then
      ids[#ids + 1] = id
      seen[id] = true
    end
  end
  local before = held(ids)
  local after, score = {}, {}
  for i = 1, count do
    local id = ARGV[3 + 2 * i]
    after[id], score[id] = merge(after[id] or before[id], ARGV[4 + 2 * i])
  end
  local newBodies, scores = {}, {}
  for _, id in ipairs(ids) do
    if after[id] ~= before[id] then
      newBodies[#newBodies + 1] = id
      newBodies[#newBodies + 1] = after[id]
      scores[#scores + 1] = score[id]
      scores[#scores + 1] = id
    end
  end
  put('HSET', bodies, newBodies)
  return put('ZADD', messages, scores)
end

local function trimMessages(surplus)
  while surplus > 0 do
    local oldest = redis.call('ZRANGE', messages, 0, math.min(surplus, CHUNK) - 1)
    redis.call('ZREMRANGEBYRANK', messages, 0, #oldest - 1)
    redis.call('HDEL', bodies, unpack(oldest))
    surplus = surplus - #oldest
  end
end

local function isNewer(json, generation, version)
  local readable, snapshot = pcall(cjson.decode, json)
  if not readable or type(snapshot) ~= 'table' then
    return false
  end
  local heldGeneration = tonumber(snapshot.generation) or -1
  if heldGeneration ~= generation then
    return heldGeneration > generation
  end
  return (tonumber(snapshot.version) or -1) > version
end

local function writeSnapshot(id, startedAt, generation, version, json)
  local before = redis.call('HGET', sessions, id)
  if before and isNewer(before, tonumber(generation), tonumber(version)) then
    return
  end
  redis.call('HSET', sessions, id, json)
  if startedAt == '' then
    redis.call('ZREM', order, id)
  else
    redis.call('ZADD', order, startedAt, id)
  end
end

-- One instant for all keys: a conversation expires as a whole. The set outlives whatever it names.
local function expire()
  local now = redis.call('TIME')
  local at = string.format('%.0f', tonumber(now[1]) * 1000 + math.floor(tonumber(now[2]) / 1000) + ttl)
  for i = 1, 4 do
    redis.call('PEXPIREAT', KEYS[i], at)
  end
  if redis.call('PTTL', conversations) <= ttl then
    redis.call('PEXPIREAT', conversations, at)
  end
end

-- A key of a wrong type fails in here, before anything else is written.
local snapshots = 5 + 2 * count
local size = 0
if count > 0 then
  size = redis.call('ZCARD', messages)
  if redis.call('HLEN', bodies) ~= size then
    -- One of the two was evicted: what is left of the other could neither be read nor be trimmed.
    redis.call('DEL', messages, bodies)
    size = 0
  end
end
if snapshots <= #ARGV then
  redis.call('HLEN', sessions)
  redis.call('ZCARD', order)
end
redis.call('SADD', conversations, conversation)

if count > 0 then
  trimMessages(size + writeMessages() - most)
end
for i = snapshots, #ARGV, 5 do
  writeSnapshot(ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4])
end
expire()
