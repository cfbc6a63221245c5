import sys
def ed(p,*prs):
    s=open(p,encoding='utf8').read()
    for a,b in prs:
        if s.count(a)!=1: print('!!',p,s.count(a),a[:80]); continue
        s=s.replace(a,b)
    open(p,'w',encoding='utf8').write(s)
