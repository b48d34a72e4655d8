-- Writes messages and snapshots of conversations: idempotent, in any order, never older over newer.
--
-- KEYS  for each conversation: sessions, order, messages, bodies, conversations
-- ARGV  time to live (ms), most messages to keep; then for each conversation: its key, number of messages m, number of snapshots,
--       m times: message id, all different
--       m times: message id, body
--       m times: sentAt, message id
--       for each snapshot: session id, startedAt or '' when it must not be listed, generation, version, JSON
--
-- A body is '<rank> <revisedAt> <sentAt> <order> <JSON>'; the order is '?' until the creation is known.
-- Messages are told three times so that commands take them as they are; a few hundred at most, all that Lua can unpack.
local ttl, most = tonumber(ARGV[1]), tonumber(ARGV[2])
local call = redis.call
local CHUNK = 500

-- The conversation that is being written, its number of messages, and where its message ids begin.
local sessions, order, messages, bodies, conversations, conversation, count, ids
-- When what is written now ends.
local deadline

-- Makes the function that merges two bodies: within a function, because hardly any call needs it.
local function merging()
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

  -- Gives the body and its sentAt.
  return function(held, given)
    local b = parse(given)
    local a = parse(held)
    if not a then
      return given, b.sentAt
    end
    local shown = older(a, b) and b or a
    local placed = placedBefore(b, a) and b or a
    local head = table.concat({ shown.rank, shown.at, placed.sentAt, placed.place }, ' ')
    return head .. ' ' .. shown.json, placed.sentAt
  end
end

-- Some ids are here already. Gives how many are new.
local function mergeMessages(held)
  local newBodies, scores, merge = {}, {}, merging()
  for i = 1, count do
    local id, given, sentAt = ARGV[ids + i - 1], ARGV[ids + count + 2 * i - 1], ARGV[ids + 3 * count + 2 * i - 2]
    local after = given
    if held[i] and held[i] ~= given then
      after, sentAt = merge(held[i], given)
    end
    if after ~= held[i] then
      newBodies[#newBodies + 1] = id
      newBodies[#newBodies + 1] = after
      scores[#scores + 1] = sentAt
      scores[#scores + 1] = id
    end
  end
  if #scores == 0 then
    return 0
  end
  call('HSET', bodies, unpack(newBodies))
  return call('ZADD', messages, unpack(scores))
end

-- Gives how many messages are here then.
local function writeMessages()
  -- A key of a wrong type fails in here, before anything is written.
  local size = call('ZCARD', messages)
  if call('HLEN', bodies) ~= size then
    -- One of the two was evicted: what is left of the other could neither be read nor be trimmed.
    call('DEL', messages, bodies)
    size = 0
  end
  local held = size > 0 and call('HMGET', bodies, unpack(ARGV, ids, ids + count - 1)) or {}
  for i = 1, #held do
    if held[i] then
      return size + mergeMessages(held)
    end
  end
  call('HSET', bodies, unpack(ARGV, ids + count, ids + 3 * count - 1))
  return size + call('ZADD', messages, unpack(ARGV, ids + 3 * count, ids + 5 * count - 1))
end

local function trimMessages(surplus)
  while surplus > 0 do
    local oldest = call('ZRANGE', messages, 0, math.min(surplus, CHUNK) - 1)
    call('ZREMRANGEBYRANK', messages, 0, #oldest - 1)
    call('HDEL', bodies, unpack(oldest))
    surplus = surplus - #oldest
  end
end

local function isNewer(json, generation, counter)
  -- How the topology ends a snapshot; others are read in full.
  local heldGeneration, heldCounter = string.match(string.sub(json, -70), '"generation":(%d+),"version":(%d+)}$')
  if not heldGeneration then
    local readable, snapshot = pcall(cjson.decode, json)
    if not readable or type(snapshot) ~= 'table' then
      return false
    end
    heldGeneration, heldCounter = snapshot.generation, snapshot.version
  end
  heldGeneration = tonumber(heldGeneration) or -1
  if heldGeneration ~= generation then
    return heldGeneration > generation
  end
  return (tonumber(heldCounter) or -1) > counter
end

-- One instant for all keys: a conversation expires as a whole. The set outlives whatever it names.
local function expire()
  if not deadline then
    local now = call('TIME')
    deadline = string.format('%.0f', tonumber(now[1]) * 1000 + math.floor(tonumber(now[2]) / 1000) + ttl)
  end
  call('PEXPIREAT', sessions, deadline)
  call('PEXPIREAT', order, deadline)
  call('PEXPIREAT', messages, deadline)
  call('PEXPIREAT', bodies, deadline)
  call('SADD', conversations, conversation)
  if call('PTTL', conversations) <= ttl then
    call('PEXPIREAT', conversations, deadline)
  end
end

local at = 3
for key = 1, #KEYS, 5 do
  sessions, order, messages, bodies, conversations = unpack(KEYS, key, key + 4)
  conversation, count, ids = ARGV[at], tonumber(ARGV[at + 1]), at + 3
  local snapshots = ids + 5 * count
  at = snapshots + 5 * tonumber(ARGV[at + 2])

  -- Its keys end together, so one that was there before stands for the others that were; any new one needs an end.
  local old, isNew
  if count > 0 then
    local size = writeMessages()
    if size > most then
      trimMessages(size - most)
    end
    old = messages
  end
  for i = snapshots, at - 1, 5 do
    local id, startedAt = ARGV[i], ARGV[i + 1]
    local held = call('HGET', sessions, id)
    if not (held and isNewer(held, tonumber(ARGV[i + 2]), tonumber(ARGV[i + 3]))) then
      if startedAt == '' then
        call('ZREM', order, id)
      elseif call('ZADD', order, startedAt, id) == 1 then
        isNew = true
      end
      call('HSET', sessions, id, ARGV[i + 4])
    end
    isNew = isNew or not held
    old = old or sessions
  end
  -- To move the end costs more than most writes, so it stays when it is almost right.
  local left = isNew and 0 or call('PTTL', old)
  if left > ttl or left < ttl - ttl / 64 then
    expire()
  end
end
