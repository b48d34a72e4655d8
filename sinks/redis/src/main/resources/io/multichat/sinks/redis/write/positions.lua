-- Reads and advances the positions that one master keeps.
--
-- KEYS  positions
-- ARGV  the incarnation in which the caller wrote, or '' when it wrote nothing; a new name for the hash;
--       then for each partition: field, first offset that the caller wrote, next offset
--
-- Returns the incarnation, then the position of each partition. The incarnation is another one once this server was emptied,
-- restarted, restored or replaced: what the caller wrote before may be gone, so nothing is advanced.
local positions, wrote, name = KEYS[1], ARGV[1], ARGV[2]

local held = redis.call('HGET', positions, 'incarnation')
if not held then
  redis.call('HSET', positions, 'incarnation', name)
  held = name
end
local server = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)') or ''
local incarnation = server .. '-' .. held

local answer = { incarnation }
for i = 3, #ARGV, 3 do
  local field, from, next = ARGV[i], tonumber(ARGV[i + 1]), ARGV[i + 2]
  local at = redis.call('HGET', positions, field)
  if not tonumber(at or '') then
    at = '0'
    redis.call('HSET', positions, field, at)
  end
  if incarnation == wrote and from <= tonumber(at) and tonumber(at) < tonumber(next) then
    at = next
    redis.call('HSET', positions, field, at)
  end
  answer[#answer + 1] = at
end
return answer
