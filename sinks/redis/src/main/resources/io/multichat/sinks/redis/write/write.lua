-- Writes messages and snapshots of conversations. Idempotent and independent of the order of calls: an older revision or snapshot
-- never overwrites a newer one. Runs after bodies.lua.
--
-- KEYS  for each conversation: sessions, order, messages, bodies, trimming, conversations
-- ARGV  time to live (ms), maximum number of messages of a conversation, maximum number of bytes of their bodies; then for each
--       conversation: its key, number of messages m, number of snapshots, time up to which messages were erased or '',
--       m times: message id, all different
--       m times: message id, body
--       m times: sentAt, message id
--       for each snapshot: session id, startedAt or '' if the session must not be listed, generation, version, JSON
--
-- Each body passed in holds a single version; its order is '?' unless that version is the creation. Message ids are passed three
-- times so that slices of ARGV can go to HMGET, HSET and ZADD unchanged. A call may hold a few hundred messages at most, because
-- Lua cannot unpack more.
local ttl, most, mostBytes = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local call = redis.call
local CHUNK = 500

-- The conversation being written, its number of messages, and the index of its first message id in ARGV.
local sessions, order, messages, bodies, trimming, conversations, conversation, count, ids
-- Of the conversation being written: the number of messages stored and of bytes of their bodies, and the time up to which messages
-- were dropped, as text; nil if none were.
local size, bytes, floor
-- The expiry time of everything written in this call, UTC milliseconds; nil until it is needed.
local deadline

-- The next functions follow io.multichat.events.versions.MessageVersions, the one rule for versions of a message: the greatest Revision and
-- the greatest creation are kept, at the least MessagePosition of all creations. The merge has to be atomic, so this script is the only other
-- implementation. ConvergenceTest compares it with MessageVersions.

-- Revision.compareTo: rank, then time, then bytes.
local function isOlder(a, b)
  if a.rank ~= b.rank then
    return isLess(a.rank, b.rank)
  end
  if a.at ~= b.at then
    return isLess(a.at, b.at)
  end
  return isBytewiseLess(a.json, b.json)
end

-- MessagePosition.compareTo for one message id: sentAt, then order. Only creations have an order, and they precede all others.
local function isPlacedBefore(a, b)
  if (a.order == '?') ~= (b.order == '?') then
    return b.order == '?'
  end
  if a.sentAt ~= b.sentAt then
    return isLess(a.sentAt, b.sentAt)
  end
  return a.order ~= b.order and isLess(a.order, b.order)
end

-- Returns the parts of a body; nil for a malformed one. The creation is nil if it is unknown.
local function read(body)
  local rank, at, sentAt, place, json, length = parse(body)
  if not rank then
    return nil
  end
  local newest = json + (tonumber(length) or 0)
  local creation = newest > json and string.sub(body, json, newest - 1) or nil
  local parts = { rank = rank, at = at, sentAt = sentAt, order = place, json = string.sub(body, newest) }
  parts.creation = rank == '0' and parts.json or creation
  return parts
end

-- MessageVersions.add: merges the stored body with the given one. Returns the new body and its sentAt.
local function merge(stored, given)
  local a, b = read(stored), read(given)
  if not a then
    return given, b.sentAt
  end
  local newest = isOlder(a, b) and b or a
  local placed = isPlacedBefore(b, a) and b or a
  local creation = a.creation or b.creation
  if b.creation and isBytewiseLess(creation, b.creation) then
    creation = b.creation
  end
  local head = table.concat({ newest.rank, newest.at, placed.sentAt, placed.order }, ' ')
  if newest.rank == '0' or not creation then
    return head .. ' ' .. newest.json, placed.sentAt
  end
  return head .. ':' .. #creation .. ' ' .. creation .. newest.json, placed.sentAt
end

-- Writes messages when some of their ids are already stored.
local function mergeMessages(held)
  local newBodies, scores = {}, {}
  for i = 1, count do
    local id, given, sentAt = ARGV[ids + i - 1], ARGV[ids + count + 2 * i - 1], ARGV[ids + 3 * count + 2 * i - 2]
    local after = given
    if held[i] and held[i] ~= given then
      after, sentAt = merge(held[i], given)
    end
    if after ~= held[i] then
      bytes = bytes + #after - #(held[i] or '')
      newBodies[#newBodies + 1] = id
      newBodies[#newBodies + 1] = after
      scores[#scores + 1] = sentAt
      scores[#scores + 1] = id
    end
  end
  if #scores > 0 then
    call('HSET', bodies, unpack(newBodies))
    size = size + call('ZADD', messages, unpack(scores))
  end
end

-- Reads the bytes and the floor. Returns true if they were not stored.
local function readTrimming()
  local stored = call('HMGET', trimming, 'bytes', 'floor')
  floor = stored[2] or nil
  if stored[1] then
    bytes = size == 0 and 0 or tonumber(stored[1])
    return false
  end
  bytes = 0
  if size > 0 then
    -- The key was evicted. What was dropped is unknown, but none of it is newer than the oldest message that is left.
    local all = call('ZRANGE', messages, 0, -1)
    for i = 1, #all do
      bytes = bytes + call('HSTRLEN', bodies, all[i])
    end
    floor = string.format('%.0f', call('ZRANGE', messages, 0, 0, 'WITHSCORES')[2] - 1)
  end
  return true
end

-- Reads what is stored of the messages. Returns true if the key for trimming is new.
local function readSize()
  -- A key of the wrong type fails here, before anything is written.
  size = call('ZCARD', messages)
  if call('HLEN', bodies) ~= size then
    -- One of the two keys was evicted. What remains of the other can be neither read nor trimmed.
    call('DEL', messages, bodies)
    size = 0
  end
  return readTrimming()
end

local function writeMessages()
  local held = size > 0 and call('HMGET', bodies, unpack(ARGV, ids, ids + count - 1)) or {}
  for i = 1, #held do
    if held[i] then
      mergeMessages(held)
      return
    end
  end
  for i = ids + count + 1, ids + 3 * count - 1, 2 do
    bytes = bytes + #ARGV[i]
  end
  call('HSET', bodies, unpack(ARGV, ids + count, ids + 3 * count - 1))
  size = size + call('ZADD', messages, unpack(ARGV, ids + 3 * count, ids + 5 * count - 1))
end

-- Drops all messages up to the floor.
local function dropOldest()
  local surplus = call('ZCOUNT', messages, '-inf', floor)
  while surplus > 0 do
    local oldest = call('ZRANGE', messages, 0, math.min(surplus, CHUNK) - 1)
    for i = 1, #oldest do
      bytes = bytes - call('HSTRLEN', bodies, oldest[i])
    end
    call('ZREMRANGEBYRANK', messages, 0, #oldest - 1)
    call('HDEL', bodies, unpack(oldest))
    size = size - #oldest
    surplus = surplus - #oldest
  end
end

-- Returns how many of the oldest messages exceed the limits, at most CHUNK; the newest message never does.
local function surplusMessages()
  local oldest = call('ZRANGE', messages, 0, CHUNK - 1)
  local surplus, left = 0, bytes
  while surplus < #oldest and surplus < size - 1 and (size - surplus > most or left > mostBytes) do
    surplus = surplus + 1
    left = left - call('HSTRLEN', bodies, oldest[surplus])
  end
  return surplus
end

-- Drops the oldest messages until the others are within the limits. Readers rely on it that nothing is missing after the oldest
-- message that is stored. So messages of equal time are dropped together, and late messages up to the floor are not kept even when
-- there is room again.
local function trimMessages()
  if floor then
    dropOldest()
  end
  while size > 1 and (size > most or bytes > mostBytes) do
    local last = surplusMessages() - 1
    floor = call('ZRANGE', messages, last, last, 'WITHSCORES')[2]
    dropOldest()
  end
  call('HSET', trimming, 'bytes', string.format('%.0f', bytes), unpack(floor and { 'floor', floor } or {}))
end

-- True if the stored snapshot is newer than the given version.
local function isNewer(json, generation, counter)
  -- The topology ends every snapshot like this. Any other snapshot is decoded in full.
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

-- Sets one expiry time on all keys, so that a conversation expires as a whole. The set of conversations expires last.
local function expire()
  if not deadline then
    local now = call('TIME')
    deadline = string.format('%.0f', tonumber(now[1]) * 1000 + math.floor(tonumber(now[2]) / 1000) + ttl)
  end
  call('PEXPIREAT', sessions, deadline)
  call('PEXPIREAT', order, deadline)
  call('PEXPIREAT', messages, deadline)
  call('PEXPIREAT', bodies, deadline)
  call('PEXPIREAT', trimming, deadline)
  call('SADD', conversations, conversation)
  if call('PTTL', conversations) <= ttl then
    call('PEXPIREAT', conversations, deadline)
  end
end

local at = 4
for key = 1, #KEYS, 6 do
  sessions, order, messages, bodies, trimming, conversations = unpack(KEYS, key, key + 5)
  conversation, count, ids = ARGV[at], tonumber(ARGV[at + 1]), at + 4
  local erasedUntil = ARGV[at + 3]
  local snapshots = ids + 5 * count
  at = snapshots + 5 * tonumber(ARGV[at + 2])

  -- All keys of a conversation expire together, so the expiry of one existing key is that of all; a new key has none yet.
  local old, isNew
  if count > 0 or erasedUntil ~= '' then
    isNew = readSize()
    if count > 0 then
      writeMessages()
    end
    -- The floor keeps out what was erased even if a task that lags behind writes it again. It may drop more than was erased.
    if erasedUntil ~= '' then
      floor = isLess(floor or '-1', erasedUntil) and erasedUntil or floor
      isNew = true
    end
    trimMessages()
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
  -- Setting the expiry costs more than most writes, so it stays while it is almost right.
  local left = isNew and 0 or call('PTTL', old)
  if left > ttl or left < ttl - ttl / 64 then
    expire()
  end
end
