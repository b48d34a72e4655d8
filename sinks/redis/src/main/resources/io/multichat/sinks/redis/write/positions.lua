-- Reads and advances the positions stored on one master.
--
-- KEYS  positions
-- ARGV  the incarnation in which the caller wrote, or '' if it wrote nothing; a name for the hash if it does not exist yet;
--       then for each partition: field, first offset that the caller wrote, next offset
--
-- Returns the incarnation, then the position of each partition. The incarnation changes when the server is emptied, restarted,
-- restored or replaced. Whatever the caller wrote in another incarnation may be lost, so no position is advanced.
local positions, writtenIn, name = KEYS[1], ARGV[1], ARGV[2]

local held = redis.call('HGET', positions, 'incarnation')
if not held then
  redis.call('HSET', positions, 'incarnation', name)
  held = name
end
local server = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)') or ''
local incarnation = server .. '-' .. held

local reply = { incarnation }
for i = 3, #ARGV, 3 do
  local field, from, next = ARGV[i], tonumber(ARGV[i + 1]), ARGV[i + 2]
  local at = redis.call('HGET', positions, field)
  if not tonumber(at or '') then
    at = '0'
    redis.call('HSET', positions, field, at)
  end
  if incarnation == writtenIn and from <= tonumber(at) and tonumber(at) < tonumber(next) then
    at = next
    redis.call('HSET', positions, field, at)
  end
  reply[#reply + 1] = at
end
return reply
